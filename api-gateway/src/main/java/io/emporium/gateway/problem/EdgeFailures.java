package io.emporium.gateway.problem;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Says in our words what went wrong on the way to a service.
final class EdgeFailures {

  private static final Map<String, String> SHORTLY = Map.of("Retry-After", "2");

  private EdgeFailures() {}

  static EdgeRefusal refusalFor(Throwable failure) {
    return switch (failure) {
      case EdgeRefusal refusal -> refusal;
      case CallNotPermittedException _ ->
          new EdgeRefusal(
              HttpStatus.SERVICE_UNAVAILABLE,
              "service_unavailable",
              "The service has failed too often and is given a rest; try again shortly",
              Map.of("Retry-After", "5"));
      case ResponseStatusException answer -> ofStatus(answer);
      case TimeoutException _ -> tooSlow();
      case ConnectException _, UnknownHostException _ ->
          new EdgeRefusal(
              HttpStatus.SERVICE_UNAVAILABLE,
              "service_unavailable",
              "The service cannot be reached at the moment; try again shortly",
              SHORTLY);
      case IOException _ ->
          new EdgeRefusal(
              HttpStatus.BAD_GATEWAY, "bad_gateway", "The service broke off its answer", SHORTLY);
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
      case GATEWAY_TIMEOUT -> tooSlow();
      case CONTENT_TOO_LARGE ->
          new EdgeRefusal(status, "body_too_large", "The body is larger than is allowed");
      default ->
          new EdgeRefusal(status, status.name().toLowerCase(Locale.ROOT), status.getReasonPhrase());
    };
  }

  private static EdgeRefusal tooSlow() {
    return new EdgeRefusal(
        HttpStatus.GATEWAY_TIMEOUT,
        "upstream_timeout",
        "The service did not answer in time; what was asked may still happen",
        SHORTLY);
  }
}
