package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// What no HTTP client sends is refused in the same form as everything else.
@ServiceTest
class StrangeRequestsIT {

  @Autowired private ApplicationContext context;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parcels/%00",
        "/api/parcels/%0d%0aX-Injected:1",
        "/api/parcels/%2e%2e/health",
        "/api/parcels/..;/health",
        "/api/parcels/a;b=c",
        "/api//parcels",
        "/api/parcels/%2F",
        "/api/parcels/%5C",
        "/api/parcels/%zz",
        "/api/parcels/%ff",
        "/api/parcels/a|b",
        "/api/parcels/<script>",
        "/api/parcels?page=%zz",
        "/api/parcels?page=%00",
        "/api/parcels?sort=[",
        "parcels",
        "*",
      })
  void strangeAddressesGetAProblem(String target) throws IOException {
    refuses(send("GET " + target + " HTTP/1.1\r\n" + authorized() + "\r\n"));
  }

  static Stream<String> strangeHeads() {
    return Stream.of(
        "BREW /api/parcels HTTP/1.1\r\n" + authorized() + "\r\n",
        "TRACE /api/parcels HTTP/1.1\r\n" + authorized() + "\r\n",
        "GET /api/parcels HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /api/parcels HTTP/1.1\r\n\r\n",
        "GET /api/parcels HTTP/9.9\r\nHost: a\r\n\r\n",
        "POST /api/parcels HTTP/1.1\r\nContent-Length: -1\r\n" + authorized() + "\r\n",
        "POST /api/parcels HTTP/1.1\r\nContent-Length: x\r\n" + authorized() + "\r\n",
        "POST /api/parcels HTTP/1.1\r\nTransfer-Encoding: nonsense\r\n" + authorized() + "\r\n",
        "POST /api/parcels HTTP/1.1\r\nContent-Type: ///\r\nContent-Length: 2\r\n"
            + authorized()
            + "\r\n{}",
        "POST /api/parcels HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            + authorized()
            + "\r\nzz\r\n{}\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("strangeHeads")
  void strangeHeadsGetAProblem(String request) throws IOException {
    refuses(send(request));
  }

  @Test
  void aChunkThatIsNoneIsTheCallersMistake() throws IOException {
    String answer =
        send(
            "POST /api/parcels HTTP/1.1\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n"
                + authorized()
                + "\r\nzz\r\n{}\r\n0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed_request\"");
  }

  @Test
  void headersBeyondTheLimitGetAProblem() throws IOException {
    String token = "x".repeat(100_000);

    refuses(
        send(
            "GET /api/parcels HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n"));
  }

  private static String authorized() {
    return "Host: localhost\r\nAuthorization: Bearer " + TestTokens.companyAdmin("acme") + "\r\n";
  }

  private static void refuses(String answer) {
    assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) ?.*");
    assertThat(answer.toLowerCase(Locale.ROOT)).contains("application/problem+json");
    assertThat(answer).contains("\"code\":").doesNotContain("Exception").doesNotContain("apache");
  }

  private String send(String request) throws IOException {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return head(socket);
    }
  }

  // The connection stays open after most answers: reads what there is and stops where the body
  // ends.
  private static String head(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8_192];
    int read;
    while ((read = socket.getInputStream().read(buffer)) > 0) {
      answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      if (answer.toString().endsWith("}") || answer.toString().endsWith("\r\n0\r\n\r\n")) {
        break;
      }
    }
    return answer.toString();
  }
}
