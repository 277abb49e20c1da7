package io.emporium.fleet.broker;

import io.emporium.fleet.FleetProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Empties an own node: integration tests leave queues, and a fleet must not meet their messages.
public final class BrokerReset {
  private static final String ROOT_VHOST = "/api/vhosts/%2F";
  private final BrokerAddress address;

  public BrokerReset(BrokerAddress address) {
    this.address = address;
  }

  public void run() throws IOException, InterruptedException {
    if (!address.own()) {
      return;
    }
    try (var client = HttpClient.newHttpClient()) {
      send(client, "DELETE", ROOT_VHOST, "");
      send(client, "PUT", ROOT_VHOST, "");
      send(
          client,
          "PUT",
          "/api/permissions/%2F/" + address.username(),
          "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}");
    }
  }

  private void send(HttpClient client, String method, String path, String body)
      throws IOException, InterruptedException {
    var credentials = address.username() + ":" + address.password();
    var token = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.managementPort() + path))
            .header("Authorization", "Basic " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status >= 300) {
      throw new FleetProblem("RabbitMQ answers " + status + " to " + method + " " + path);
    }
  }
}
