package io.emporium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What clients that keep their connection may rely on.
@GatewayTest
class KeptConnectionsIT {

  private static final int PATIENCE_MILLIS = 5_000;

  @LocalServerPort private int port;

  // A client that is quick, or sends ahead, has its next request queued behind the answer that is
  // still being written. Answered at once, as a refusal is, it must not leave the connection
  // unread.
  @Test
  void goOnAfterARequestThatWaitedAndWasRefusedAtOnce() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

      send(socket, get("/api/shops/slow") + get("/nowhere"));
      assertThat(status(answers)).isEqualTo(200);
      assertThat(status(answers)).isEqualTo(404);

      send(socket, get("/api/shops/mine"));
      assertThat(status(answers)).isEqualTo(200);
    }
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  // Reads one answer and returns its status.
  private static int status(BufferedReader answers) throws IOException {
    String first = answers.readLine();
    int length = 0;
    for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    for (int n = 0; n < length; n++) {
      assertThat(answers.read()).isNotEqualTo(-1);
    }
    return Integer.parseInt(first.split(" ")[1]);
  }
}
