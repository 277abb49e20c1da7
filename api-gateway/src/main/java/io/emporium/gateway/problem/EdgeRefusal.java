package io.emporium.gateway.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;

/// The gateway itself refuses a request.
public final class EdgeRefusal extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final Map<String, String> headers;

  /// @param code stable and machine-readable
  /// @param detail one sentence for a person
  public EdgeRefusal(HttpStatus status, String code, String detail, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.code = code;
    this.headers = Map.copyOf(headers);
  }

  public EdgeRefusal(HttpStatus status, String code, String detail) {
    this(status, code, detail, Map.of());
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }

  // An answer, not a fault: nobody reads its stack.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
