package io.emporium.notification.delivery;

import io.emporium.kit.context.Cause;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import io.emporium.notification.channel.Carrier;
import io.emporium.notification.channel.Carriers;
import io.emporium.notification.channel.OutgoingMessage;
import io.emporium.notification.channel.SendResult;
import io.emporium.notification.delivery.LaneQueue.Due;
import io.emporium.notification.recipient.Recipients;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tries a delivery once: claims it in one write, sends, and enters the answer in another. A crash
/// between the two repeats the sending when the lease is over, under the same message id.
@Component
public final class AttemptDelivery {

  private static final Logger log = LoggerFactory.getLogger(AttemptDelivery.class);

  private final AggregateStore<Delivery> deliveries;
  private final Recipients recipients;
  private final Carriers carriers;
  private final DeliveryProperties settings;
  private final Clock clock;

  AttemptDelivery(
      AggregateStore<Delivery> deliveries,
      Recipients recipients,
      Carriers carriers,
      DeliveryProperties settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.recipients = recipients;
    this.carriers = carriers;
    this.settings = settings;
    this.clock = clock;
  }

  void attempt(Due due) {
    ScopedValue.where(Cause.CURRENT, Cause.ofJob(due.correlationId()))
        .run(() -> claimed(due).ifPresent(this::attempt));
  }

  // A claim that lay too long in the queue may be another's by now.
  private Optional<Delivery> claimed(Due due) {
    return due.claimed() != null && due.claimed().isLeased(clock.instant())
        ? Optional.of(due.claimed())
        : claim(due.id());
  }

  private Optional<Delivery> claim(String id) {
    AtomicReference<Outcome> outcome = new AtomicReference<>(Outcome.ALREADY);
    Delivery delivery =
        deliveries.change(
            Scope.platform(),
            id,
            found -> {
              outcome.set(found.claim(clock.instant(), settings.lease()));
              return outcome.get();
            });
    return Optional.of(delivery)
        .filter(claimed -> outcome.get() == Outcome.APPLIED && claimed.isOpen());
  }

  private void attempt(Delivery delivery) {
    BackOff backOff = new BackOff(settings.backOff());
    Optional<Carrier> carrier = carriers.of(delivery.draft().channel());
    if (carrier.isEmpty()) {
      enter(delivery, found -> found.unavailable(clock.instant()));
      return;
    }
    List<String> addresses = addresses(delivery.draft());
    if (addresses.isEmpty()) {
      enter(delivery, found -> found.unaddressed(clock.instant(), backOff));
      return;
    }
    SendResult result = send(carrier.get(), delivery, addresses);
    enter(delivery, found -> found.answered(result, clock.instant(), backOff));
  }

  private List<String> addresses(Draft draft) {
    return draft.address() == null
        ? recipients.addressesOf(draft.userId(), draft.channel())
        : List.of(draft.address());
  }

  // One device that took it is enough; one that may take it later keeps it open.
  private static SendResult send(Carrier carrier, Delivery delivery, List<String> addresses) {
    SendResult best = new SendResult.Rejected("no_address");
    for (String address : addresses) {
      Content content = delivery.content();
      OutgoingMessage message =
          new OutgoingMessage(
              delivery.id(), address, content.title(), content.text(), content.html());
      best = better(best, send(carrier, message));
    }
    return best;
  }

  // An SDK that stumbles must end in the record like any other failure, not in an endless lease.
  private static SendResult send(Carrier carrier, OutgoingMessage message) {
    try {
      return carrier.send(message);
    } catch (RuntimeException | LinkageError e) {
      log.error("{} stumbled over {}", carrier.channel().wireName(), message.id(), e);
      return new SendResult.NoAnswer("stumbled:" + e.getClass().getSimpleName());
    }
  }

  private static SendResult better(SendResult one, SendResult other) {
    return switch (one) {
      case SendResult.Sent _ -> one;
      case SendResult.NoAnswer _ -> other instanceof SendResult.Sent ? other : one;
      case SendResult.Rejected _ -> other;
    };
  }

  private void enter(Delivery delivery, Function<Delivery, Outcome> answer) {
    var _ = deliveries.change(delivery, answer);
  }
}
