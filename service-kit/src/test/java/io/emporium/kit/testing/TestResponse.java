package io.emporium.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer of the service; `expect` fails with the body, so that one sees why.
public record TestResponse(HttpResponse<String> response, JsonMapper mapper) {

  public int status() {
    return response.statusCode();
  }

  public TestResponse expect(int status) {
    assertThat(status()).as(response.uri() + " answered " + response.body()).isEqualTo(status);
    return this;
  }

  /// Expects a problem detail with this status and code.
  public JsonNode expectProblem(int status, String code) {
    expect(status);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(json().path("code").asString()).as(response.body()).isEqualTo(code);
    return json();
  }

  public JsonNode json() {
    return mapper.readTree(response.body());
  }

  /// A text at a JSON pointer: `text("/items/0/id")`.
  public String text(String pointer) {
    JsonNode node = json().at(pointer);
    assertThat(node.isMissingNode()).as(pointer + " in " + response.body()).isFalse();
    return node.asString();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
