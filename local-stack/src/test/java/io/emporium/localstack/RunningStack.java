package io.emporium.localstack;

import io.emporium.localstack.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A stack on free ports with short waits, and a plain client for its control interface.
final class RunningStack implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalStack stack;

  RunningStack(String webhookBase, Path data) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LOCAL_STACK_HTTP_PORT", "0");
    environment.put("LOCAL_STACK_MONGO_PORT", "0");
    environment.put("LOCAL_STACK_SMTP_PORT", "0");
    environment.put("LOCAL_STACK_WEBHOOK_BASE", webhookBase);
    environment.put("LOCAL_STACK_HANG_MILLIS", "3500");
    environment.put("LOCAL_STACK_SLOW_MILLIS", "300");
    environment.put("LOCAL_STACK_WEBHOOK_TYPES", "*");
    if (data != null) {
      environment.put("LOCAL_STACK_DATA", data.toString());
    }
    stack = LocalStack.start(Settings.read(environment));
  }

  LocalStack stack() {
    return stack;
  }

  String url(String path) {
    return "http://127.0.0.1:" + stack.httpPort() + path;
  }

  String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url(path))).GET()).body();
  }

  HttpResponse<String> post(String address, String body, String... headers) {
    String url = address.startsWith("http") ? address : url(address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  void script(String path, String... pairs) {
    var body = Json.object();
    for (int i = 0; i < pairs.length; i += 2) {
      body.put(pairs[i], pairs[i + 1]);
    }
    int status = post(path, body.toString()).statusCode();
    if (status >= 300) {
      throw new IllegalStateException(path + " answered " + status);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
