package io.emporium.gateway.problem;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The gateway itself refuses a request.
public final class EdgeRefusal extends RuntimeException {

  /// A problem type registered with IANA, with the title that belongs to it.
  record Type(String uri, String title) {}

  private final HttpStatus status;
  private final String code;
  private final @Nullable Type type;
  private final Map<String, String> headers;
  private final Map<String, Object> properties;

  /// @param code stable and machine-readable
  /// @param detail one sentence for a person
  public EdgeRefusal(HttpStatus status, String code, String detail) {
    this(status, code, detail, null, Map.of(), Map.of());
  }

  private EdgeRefusal(
      HttpStatus status,
      String code,
      String detail,
      @Nullable Type type,
      Map<String, String> headers,
      Map<String, Object> properties) {
    super(detail);
    this.status = status;
    this.code = code;
    this.type = type;
    this.headers = headers;
    this.properties = properties;
  }

  /// With a header of the answer.
  public EdgeRefusal header(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new EdgeRefusal(status, code, detail(), type, Map.copyOf(more), properties);
  }

  /// Of a registered type instead of one of ours.
  public EdgeRefusal type(String uri, String title) {
    return new EdgeRefusal(status, code, detail(), new Type(uri, title), headers, properties);
  }

  /// With one more member of the problem.
  public EdgeRefusal property(String name, Object value) {
    Map<String, Object> more = new HashMap<>(properties);
    more.put(name, value);
    return new EdgeRefusal(status, code, detail(), type, headers, Map.copyOf(more));
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

  Type type() {
    return type == null ? new Type("urn:problem:gateway:" + code, status.getReasonPhrase()) : type;
  }

  Map<String, String> headers() {
    return headers;
  }

  Map<String, Object> properties() {
    return properties;
  }

  // An answer, not a fault: nobody reads its stack.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
