package io.emporium.gateway.problem;

import io.emporium.gateway.request.RequestFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Everything that the gateway itself answers with 4xx or 5xx, as RFC 9457 has it.
@Component
@Order(-2) // before Boot's own
class EdgeProblems implements ErrorWebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(EdgeProblems.class);

  private final JsonMapper mapper;

  EdgeProblems(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    EdgeRefusal refusal = EdgeFailures.refusalFor(failure);
    if (refusal.status().is5xxServerError()) {
      log(exchange, refusal, failure);
    }
    byte[] body = mapper.writeValueAsBytes(problem(exchange, refusal));
    response.setStatusCode(refusal.status());
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setContentLength(body.length);
    // Caches may keep a 404 or 405 that does not forbid it.
    headers.setCacheControl("no-store");
    refusal.headers().forEach(headers::set);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  private static Map<String, Object> problem(ServerWebExchange exchange, EdgeRefusal refusal) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", refusal.type().uri());
    problem.put("title", refusal.type().title());
    problem.put("status", refusal.status().value());
    problem.put("detail", refusal.detail());
    problem.put("instance", exchange.getRequest().getPath().value());
    problem.put("code", refusal.code());
    problem.put("correlationId", RequestFacts.correlationIdOf(exchange));
    problem.putAll(refusal.properties());
    return problem;
  }

  private static void log(ServerWebExchange exchange, EdgeRefusal refusal, Throwable failure) {
    boolean ours = refusal.code().equals("internal_error");
    log.atWarn()
        .setCause(ours ? failure : null)
        .addKeyValue("correlationId", RequestFacts.correlationIdOf(exchange))
        .log(
            "{} {} answered {} {}: {}",
            exchange.getRequest().getMethod(),
            exchange.getRequest().getPath().value(),
            refusal.status().value(),
            refusal.code(),
            failure.toString());
  }
}
