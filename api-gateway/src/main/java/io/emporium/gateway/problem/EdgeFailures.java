package io.emporium.gateway.problem;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.channel.ChannelException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/// Says in our words what went wrong on the way to a service.
final class EdgeFailures {

  private static final String SHORTLY = "2";

  private EdgeFailures() {}

  static EdgeRefusal refusalFor(Throwable failure) {
    return switch (failure) {
      case EdgeRefusal refusal -> refusal;
      case CallNotPermittedException _ ->
          unavailable(
              "The service has failed too often and is given a rest; try again shortly", "5");
      case ResponseStatusException answer -> ofStatus(answer);
      case ServiceSilent _ ->
          unavailable(
              "The service gives no sign of life; what was asked may still happen", SHORTLY);
      case PoolAcquireTimeoutException _, PoolAcquirePendingLimitException _ ->
          unavailable("Too many requests wait for the service; try again shortly", SHORTLY);
      case TimeoutException _, ReadTimeoutException _ -> tooSlow();
      // What the server says of a body that did not arrive in time.
      case ChannelException _ ->
          new EdgeRefusal(
              HttpStatus.REQUEST_TIMEOUT, "request_timeout", "The request did not arrive in time");
      case ConnectException _, UnknownHostException _ ->
          unavailable("The service cannot be reached at the moment; try again shortly", SHORTLY);
      case IOException _ ->
          new EdgeRefusal(
                  HttpStatus.BAD_GATEWAY,
                  "bad_gateway",
                  "The service broke off its answer; what was asked may have happened")
              .header(HttpHeaders.RETRY_AFTER, SHORTLY);
      default ->
          new EdgeRefusal(
              HttpStatus.INTERNAL_SERVER_ERROR,
              "internal_error",
              "Something went wrong on our side; quote the correlation id");
    };
  }

  private static EdgeRefusal ofStatus(ResponseStatusException answer) {
    HttpStatus status = HttpStatus.resolve(answer.getStatusCode().value());
    return switch (status) {
      case null -> refusalFor(new IllegalStateException(answer));
      case NOT_FOUND ->
          new EdgeRefusal(status, "not_found", "There is nothing here: no service has this path");
      case METHOD_NOT_ALLOWED -> methodNotAllowed(answer);
      case GATEWAY_TIMEOUT -> tooSlow();
      case CONTENT_TOO_LARGE ->
          new EdgeRefusal(status, "body_too_large", "The body is larger than is allowed");
      default ->
          new EdgeRefusal(status, status.name().toLowerCase(Locale.ROOT), status.getReasonPhrase());
    };
  }

  private static EdgeRefusal methodNotAllowed(ResponseStatusException answer) {
    String allowed = String.join(", ", answer.getHeaders().getOrEmpty(HttpHeaders.ALLOW));
    return new EdgeRefusal(
            HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed", "This path takes " + allowed)
        .header(HttpHeaders.ALLOW, allowed);
  }

  private static EdgeRefusal unavailable(String detail, String retryAfterSeconds) {
    return new EdgeRefusal(HttpStatus.SERVICE_UNAVAILABLE, "service_unavailable", detail)
        .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
  }

  private static EdgeRefusal tooSlow() {
    return new EdgeRefusal(
            HttpStatus.GATEWAY_TIMEOUT,
            "upstream_timeout",
            "The service did not answer in time; what was asked may still happen")
        .header(HttpHeaders.RETRY_AFTER, SHORTLY);
  }
}
