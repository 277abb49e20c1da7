package io.emporium.localstack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import io.emporium.localstack.control.Faults;
import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// GreenMail's SMTP server, taking every message for everybody; `GET /mail?to=` reads them, `DELETE
/// /mail` forgets them.
public final class MailServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static {
    // Otherwise Jakarta Mail searches the class path for it, several times a message.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  private final Inbox inbox;
  private final SmtpServer server;

  public MailServer(InetSocketAddress address, Faults faults, Clock clock) {
    Managers managers =
        new Managers() {
          @Override
          public SmtpManager getSmtpManager() {
            return inbox();
          }
        };
    this.inbox = new Inbox(managers, faults, clock);
    ServerSetup setup =
        new ServerSetup(address.getPort(), address.getHostString(), ServerSetup.PROTOCOL_SMTP);
    this.server = new SmtpServer(setup, managers);
  }

  private Inbox inbox() {
    return inbox;
  }

  public void start() {
    server.startService();
    try {
      if (!server.waitTillRunning(PATIENCE.toMillis())) {
        throw new IllegalStateException("SMTP does not listen: is its port taken?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public int port() {
    return server.getPort();
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.get("/mail", this::list);
    routing.delete(
        "/mail",
        context -> {
          inbox.clear();
          context.status(204);
        });
  }

  private void list(Context context) {
    String to = context.queryParam("to");
    ArrayNode array = Json.array();
    messages().stream().filter(mail -> to == null || isTo(mail, to)).forEach(array::add);
    Answer.ok(array).send(context);
  }

  private static boolean isTo(ObjectNode mail, String to) {
    String wanted = "\"" + to.toLowerCase(Locale.ROOT) + "\"";
    return mail.path("to").toString().toLowerCase(Locale.ROOT).contains(wanted);
  }

  /// Oldest first.
  public List<ObjectNode> messages() {
    return inbox.messages();
  }

  @Override
  public void close() {
    server.stopService();
  }
}
