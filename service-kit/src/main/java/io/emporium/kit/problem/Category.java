package io.emporium.kit.problem;

import org.springframework.http.HttpStatus;

/// What kind of refusal it is, and so which status answers it.
public enum Category {
  /// The thing does not exist, or not for this caller.
  NOT_FOUND(HttpStatus.NOT_FOUND),
  /// The thing is in a state that does not allow it.
  CONFLICT(HttpStatus.CONFLICT),
  /// The request is well-formed but breaks a rule of the business.
  RULE(HttpStatus.UNPROCESSABLE_CONTENT),
  /// The caller may not do this.
  FORBIDDEN(HttpStatus.FORBIDDEN),
  /// The caller is not who they say.
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
  /// The request itself is wrong.
  INVALID(HttpStatus.BAD_REQUEST),
  /// The resource changed since the caller read it.
  STALE(HttpStatus.PRECONDITION_FAILED),
  /// Too many requests.
  THROTTLED(HttpStatus.TOO_MANY_REQUESTS),
  /// Something this service needs does not answer.
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

  private final HttpStatus status;

  Category(HttpStatus status) {
    this.status = status;
  }

  public HttpStatus status() {
    return status;
  }
}
