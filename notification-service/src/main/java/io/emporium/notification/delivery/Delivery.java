package io.emporium.notification.delivery;

import io.emporium.events.notification.NotificationFailed;
import io.emporium.events.notification.NotificationSent;
import io.emporium.events.notification.NotificationSuppressed;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.channel.SendResult;
import io.emporium.notification.template.Rendering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// One message to one person by one channel, with everything that was tried. What it says is fixed
/// when it is planned.
@Document("deliveries")
@TypeAlias("delivery")
@TenantOwned(customer = "userId")
public final class Delivery extends AggregateRoot {

  /// Far more than any back-off allows: reached only when each attempt ends in a crash.
  private static final int MAX_ATTEMPTS = 20;

  private Draft draft;
  private String userId;
  private Content content;
  private DeliveryStatus status;
  private @Nullable String reason;
  private List<Attempt> attempts = List.of();
  private Instant createdAt;

  /// The lane while something is to be done; absent afterwards, so that an index of it stays small.
  private @Nullable Lane openLane;

  private @Nullable Instant nextAttemptAt;
  private @Nullable Instant readAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Delivery() {}

  private Delivery(Draft draft, Content content, Instant now) {
    super(draft.id(), draft.companyId());
    this.draft = draft;
    this.userId = draft.userId();
    this.content = content;
    this.createdAt = now;
    this.status = DeliveryStatus.PENDING;
    this.openLane = draft.lane();
    this.nextAttemptAt = now;
  }

  /// Waits in its lane; what stays in the house has arrived already, and what cannot be said has
  /// failed already.
  public static Delivery plan(Draft draft, Rendering rendering, Instant now) {
    Delivery delivery = new Delivery(draft, Content.of(rendering), now);
    switch (rendering) {
      case Rendering.Unrenderable(var reason) -> delivery.fail(reason);
      case Rendering.Rendered _ -> {
        if (draft.channel() == Channel.IN_APP) {
          delivery.succeed();
        }
      }
    }
    return delivery;
  }

  /// Takes it for an attempt. Others leave it alone until the lease is over; if it is still pending
  /// then, whoever took it has died.
  public Outcome claim(Instant now, Duration lease) {
    return switch (status) {
      case PENDING -> {
        if (nextAttemptAt != null && nextAttemptAt.isAfter(now)) {
          yield Outcome.ALREADY;
        }
        if (attempts.size() >= MAX_ATTEMPTS) {
          fail("attempts_exhausted");
          yield Outcome.APPLIED;
        }
        attempts = Attempt.startedAfter(attempts, now);
        nextAttemptAt = now.plus(lease);
        yield Outcome.APPLIED;
      }
      case SENT, FAILED, SUPPRESSED -> Outcome.ALREADY;
    };
  }

  /// Whether whoever claimed it may still be at it.
  boolean isLeased(Instant now) {
    return nextAttemptAt != null && nextAttemptAt.isAfter(now);
  }

  /// The end of an attempt at a provider.
  public Outcome answered(SendResult result, Instant now, BackOff backOff) {
    return whilePending(
        () -> {
          switch (result) {
            case SendResult.Sent(var reference) -> {
              endAttempt(now, "sent", reference);
              succeed();
            }
            case SendResult.Rejected(var why) -> {
              endAttempt(now, "rejected", why);
              fail(why);
            }
            case SendResult.NoAnswer(var why) -> {
              endAttempt(now, "no_answer", why);
              waitOr(now, backOff, () -> fail(why));
            }
          }
        });
  }

  /// Nobody knows where to send it, perhaps only not yet.
  public Outcome unaddressed(Instant now, BackOff backOff) {
    return whilePending(
        () -> {
          endAttempt(now, "no_address", draft.channel().wireName());
          waitOr(now, backOff, () -> suppress("no_address"));
        });
  }

  /// The operator has not set up this channel.
  public Outcome unavailable(Instant now) {
    return whilePending(
        () -> {
          endAttempt(now, "not_configured", draft.channel().wireName());
          suppress("channel_not_configured");
        });
  }

  public Outcome markRead(Instant now) {
    if (readAt != null) {
      return Outcome.ALREADY;
    }
    readAt = now;
    return Outcome.APPLIED;
  }

  // An answer that comes when another attempt has decided already changes nothing.
  private Outcome whilePending(Runnable change) {
    if (status != DeliveryStatus.PENDING) {
      return Outcome.ALREADY;
    }
    change.run();
    return Outcome.APPLIED;
  }

  private void succeed() {
    close(DeliveryStatus.SENT);
    record(
        new NotificationSent(
            id(),
            userId,
            draft.channel().wireName(),
            draft.template(),
            draft.lane().wireName(),
            content.title(),
            content.text()));
  }

  private void fail(String why) {
    close(DeliveryStatus.FAILED);
    reason = why;
    record(new NotificationFailed(id(), userId, draft.channel().wireName(), why));
  }

  private void suppress(String why) {
    close(DeliveryStatus.SUPPRESSED);
    reason = why;
    record(new NotificationSuppressed(id(), userId, draft.channel().wireName(), why));
  }

  private void close(DeliveryStatus end) {
    status = end;
    openLane = null;
    nextAttemptAt = null;
    content = content.afterwards();
  }

  private void waitOr(Instant now, BackOff backOff, Runnable giveUp) {
    backOff.after(attempts.size()).ifPresentOrElse(wait -> nextAttemptAt = now.plus(wait), giveUp);
  }

  private void endAttempt(Instant now, String result, String detail) {
    attempts = Attempt.lastEnded(attempts, now, result, detail);
  }

  /// What was asked for.
  public Draft draft() {
    return draft;
  }

  public Content content() {
    return content;
  }

  /// Whether something is still to be done.
  public boolean isOpen() {
    return openLane != null;
  }

  public DeliveryStatus status() {
    return status;
  }

  public @Nullable String reason() {
    return reason;
  }

  public List<Attempt> attempts() {
    return attempts;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public @Nullable Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  public boolean isRead() {
    return readAt != null;
  }
}
