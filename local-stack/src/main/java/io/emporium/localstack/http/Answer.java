package io.emporium.localstack.http;

import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;

/// A status and a JSON body: what an idempotency key stores.
public record Answer(int status, String body) {

  public static Answer ok(JsonNode body) {
    return new Answer(200, Json.write(body));
  }

  public static Answer of(int status, JsonNode body) {
    return new Answer(status, Json.write(body));
  }

  public void send(Context context) {
    context.status(status);
    if (status != 204) {
      context.contentType("application/json").result(body);
    }
  }
}
