package io.emporium.localstack.paypal;

import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// PayPal's error object with its HTTP status.
final class PayPalError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String name;
  private final String issue;

  private PayPalError(int status, String name, String issue) {
    super(issue);
    this.status = status;
    this.name = name;
    this.issue = issue;
  }

  static PayPalError unprocessable(String issue) {
    return new PayPalError(422, "UNPROCESSABLE_ENTITY", issue);
  }

  static PayPalError invalid(String issue) {
    return new PayPalError(400, "INVALID_REQUEST", issue);
  }

  static PayPalError notFound() {
    return new PayPalError(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID");
  }

  static PayPalError unauthorized() {
    return new PayPalError(401, "AUTHENTICATION_FAILURE", "INVALID_TOKEN");
  }

  static PayPalError rateLimited() {
    return new PayPalError(429, "RATE_LIMIT_REACHED", "TOO_MANY_REQUESTS");
  }

  static PayPalError internal() {
    return new PayPalError(500, "INTERNAL_SERVER_ERROR", "INTERNAL_SERVICE_ERROR");
  }

  Answer answer() {
    ObjectNode body =
        Json.object()
            .put("name", name)
            .put("message", "The request was not carried out: " + issue)
            .put("debug_id", Ids.next(""));
    body.putArray("details").addObject().put("issue", issue).put("description", issue);
    return Answer.of(status, body);
  }
}
