package io.emporium.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Refuses bodies that say that they are too large, and stops those that turn out to be. Nothing is
/// collected on the way.
@Component
class BodyLimitFilter implements WebFilter, Ordered {

  private final long limit;

  BodyLimitFilter(EdgeProperties properties) {
    this.limit = properties.maxBody().toBytes();
  }

  @Override
  public int getOrder() {
    return EdgeOrder.BODY_LIMIT;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    long announced = request.getHeaders().getContentLength();
    if (announced > limit) {
      return Mono.error(tooLarge());
    }
    boolean unannounced =
        announced < 0 && request.getHeaders().getFirst("Transfer-Encoding") != null;
    return unannounced
        ? chain.filter(exchange.mutate().request(new Counted(request)).build())
        : chain.filter(exchange);
  }

  private static ResponseStatusException tooLarge() {
    return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
  }

  private final class Counted extends ServerHttpRequestDecorator {

    private final AtomicLong read = new AtomicLong();

    Counted(ServerHttpRequest delegate) {
      super(delegate);
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return super.getBody()
          .handle(
              (buffer, sink) -> {
                if (read.addAndGet(buffer.readableByteCount()) > limit) {
                  DataBufferUtils.release(buffer);
                  sink.error(tooLarge());
                } else {
                  sink.next(buffer);
                }
              });
    }
  }
}
