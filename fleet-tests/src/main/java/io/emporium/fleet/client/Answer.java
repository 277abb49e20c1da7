package io.emporium.fleet.client;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What came back.
public record Answer(String request, int status, String body, String correlationId) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Answer of(String request, HttpResponse<String> response) {
    return new Answer(
        request,
        response.statusCode(),
        response.body(),
        response.headers().firstValue("X-Correlation-Id").orElse("none"));
  }

  /// @throws UnexpectedAnswer with the body, so that one sees why
  public Answer expect(int expected) {
    if (status != expected) {
      throw new UnexpectedAnswer(this, "expected status " + expected);
    }
    return this;
  }

  public JsonNode json() {
    return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
  }

  /// The text at a JSON pointer, `/items/0/id`.
  public String text(String pointer) {
    JsonNode node = json().at(pointer);
    if (node.isMissingNode()) {
      throw new UnexpectedAnswer(this, "nothing at " + pointer);
    }
    return node.asString();
  }

  public long number(String pointer) {
    JsonNode node = json().at(pointer);
    if (!node.isIntegralNumber()) {
      throw new UnexpectedAnswer(this, "no whole number at " + pointer);
    }
    return node.asLong();
  }
}
