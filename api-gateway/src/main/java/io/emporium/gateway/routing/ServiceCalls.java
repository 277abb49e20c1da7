package io.emporium.gateway.routing;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;

/// The framework's call of a service, with one pass over the headers each way: its own six filters
/// copied them all each time, a tenth of what a request costs here.
///
/// A call stays on the thread of its request: each event loop has connections of its own. With
/// common ones, most calls would be handed to another thread and their answers back again, which
/// has to be woken each time.
@Component
class ServiceCalls extends NettyRoutingFilter {

  private final HttpClient client;
  private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();
  private final List<HttpHeadersFilter> headersFilters;

  ServiceCalls(
      HttpClient client,
      ObjectProvider<List<HttpHeadersFilter>> unused,
      HttpClientProperties properties,
      PassedHeaders passed) {
    super(client, unused, properties);
    this.client = client;
    this.headersFilters = List.of(passed, new AnsweredHeaders());
  }

  @Override
  public List<HttpHeadersFilter> getHeadersFilters() {
    return headersFilters;
  }

  // Its timeouts are the client's and the pulse's: a route needs no client of its own.
  @Override
  protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
    HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
    return clients.computeIfAbsent(loopOf(request), client::runOn);
  }

  private static EventLoop loopOf(HttpServerRequest request) {
    AtomicReference<EventLoop> loop = new AtomicReference<>();
    var _ = request.withConnection(connection -> loop.set(connection.channel().eventLoop()));
    return loop.get();
  }

  /// Drops what belongs to the service's connection. The headers are a copy already.
  private static final class AnsweredHeaders implements HttpHeadersFilter {

    private static final List<String> OF_THE_CONNECTION =
        List.of("Keep-Alive", "Transfer-Encoding", "Trailer", "Upgrade", "Proxy-Authenticate");

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
      if (headers.getFirst(HttpHeaders.CONNECTION) != null) {
        headers.getConnection().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .forEach(headers::remove);
        headers.remove(HttpHeaders.CONNECTION);
      }
      OF_THE_CONNECTION.forEach(headers::remove);
      return headers;
    }

    @Override
    public boolean supports(Type type) {
      return type == Type.RESPONSE;
    }
  }
}
