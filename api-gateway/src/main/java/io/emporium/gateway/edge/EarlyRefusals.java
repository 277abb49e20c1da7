package io.emporium.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;

/// Headers too large, a request line too long, no HTTP at all: the server refuses these with an
/// empty answer before any filter is asked. Here they get the body that every refusal has.
@ChannelHandler.Sharable
final class EarlyRefusals extends ChannelOutboundHandlerAdapter {

  private static final String PROBLEM =
      """
      {"type":"urn:problem:gateway:%1$s","title":"%2$s","status":%3$d,\
      "detail":"The request cannot be read: its line or its headers are too long, or malformed",\
      "code":"%1$s","correlationId":"%4$s"}""";

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean early =
        message instanceof FullHttpResponse answer
            && answer.status().code() >= 400
            && !answer.content().isReadable()
            // Whatever a filter has seen carries it.
            && !answer.headers().contains(EdgeFilter.CORRELATION_ID);
    var _ =
        context.write(early ? explained(context, (FullHttpResponse) message) : message, promise);
  }

  private static FullHttpResponse explained(ChannelHandlerContext context, FullHttpResponse empty) {
    HttpResponseStatus status = empty.status();
    String id = EdgeFilter.newCorrelationId();
    String code = status.reasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    String problem = PROBLEM.formatted(code, status.reasonPhrase(), status.code(), id);
    ByteBuf body = ByteBufUtil.writeUtf8(context.alloc(), problem);
    HttpHeaders headers = empty.headers().copy();
    headers
        .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set("X-Content-Type-Options", "nosniff")
        .set(EdgeFilter.CORRELATION_ID, id);
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            empty.protocolVersion(), status, body, headers, empty.trailingHeaders());
    empty.release();
    return answer;
  }
}
