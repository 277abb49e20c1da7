package io.emporium.localstack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import io.emporium.localstack.control.Fault;
import io.emporium.localstack.control.Faults;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Where GreenMail puts what it received: read at once, without mailboxes, a bounded number kept.
final class Inbox extends SmtpManager {

  private static final int KEPT = 20_000;

  private final Deque<ObjectNode> messages = new ArrayDeque<>();
  private final Faults faults;
  private final Clock clock;

  Inbox(Managers managers, Faults faults, Clock clock) {
    super(managers.getImapHostManager(), managers.getUserManager());
    this.faults = faults;
    this.clock = clock;
  }

  @Override
  public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
    Fault fault = faults.take("smtp", "send", recipient.getEmail());
    return switch (fault) {
      case null -> null;
      case BAD_REQUEST, DECLINED -> "550 5.1.1 Mailbox unavailable";
      case RATE_LIMITED -> "450 4.7.1 Too many messages, try again later";
      case ERROR_500, TIMEOUT_AFTER -> "451 4.3.0 Local error in processing";
      case TIMEOUT_BEFORE -> {
        faults.hang();
        yield "451 4.3.0 Local error in processing";
      }
      case SLOW -> {
        faults.linger();
        yield null;
      }
    };
  }

  @Override
  public synchronized void send(SmtpState state) {
    ObjectNode mail = MailReader.read(state.getMessage().getMessage());
    messages.addLast(mail.put("receivedAt", clock.instant().toString()));
    if (messages.size() > KEPT) {
      messages.removeFirst();
    }
  }

  synchronized List<ObjectNode> messages() {
    return List.copyOf(messages);
  }

  synchronized void clear() {
    messages.clear();
  }
}
