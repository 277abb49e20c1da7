package io.emporium.sales.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.payment.ConfirmPaymentByHand;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.PaymentCommand;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/// payment-service and its provider as the saga sees them: every command is answered, the provider
/// may be silent and is asked until it tells, and charges once per payment however often it is
/// called.
final class ModelPayments {

  enum Status {
    OPEN,
    WITH_PROVIDER,
    UNKNOWN,
    PAID,
    DECLINED,
    VOIDED
  }

  /// What the customer's card does.
  enum Card {
    GOOD,
    DECLINED
  }

  static final class Payment {
    private final Set<String> refunded = new HashSet<>();
    // What the provider says to each attempt to give the money back, for good.
    private final Map<String, Boolean> willing = new HashMap<>();
    private Status status;
    private Card card = Card.GOOD;
    private boolean charged;
    private boolean voidWanted;

    Payment(Status status) {
      this.status = status;
    }

    /// Money that the provider has taken and not given back.
    boolean isTaken() {
      return charged && refunded.isEmpty();
    }

    Set<String> refunds() {
      return refunded;
    }

    boolean isCharged() {
      return charged;
    }

    Status status() {
      return status;
    }
  }

  private static final Duration PROVIDER = Duration.ofSeconds(3);
  private static final Duration ASK_AGAIN = Duration.ofSeconds(15);

  private final World world;
  private final BiConsumer<String, SagaReply> answer;
  private final Map<String, Payment> payments = new HashMap<>();

  ModelPayments(World world, BiConsumer<String, SagaReply> answer) {
    this.world = world;
    this.answer = answer;
  }

  Map<String, Payment> all() {
    return payments;
  }

  void take(PaymentCommand command) {
    world.mayDie();
    switch (command) {
      case InitiatePayment initiate -> {
        payments.computeIfAbsent(initiate.orderId(), _ -> new Payment(Status.OPEN));
        tell(initiate.orderId());
        if (Objects.requireNonNull(initiate.options()).chosen() != null) {
          var _ = pay(initiate.orderId(), Card.GOOD);
        }
      }
      case VoidPayment(var orderId, _) -> callOff(orderId);
      case RefundPayment(var orderId, var refundId, _, _) -> refund(orderId, refundId);
      case ConfirmPaymentByHand _ -> throw new AssertionError("there is no till here");
    }
    world.mayDie();
  }

  /// The customer presses the button; too early or too late nothing comes of it.
  boolean pay(String orderId, Card card) {
    Payment payment = payments.get(orderId);
    if (payment == null || payment.status != Status.OPEN) {
      return payment != null;
    }
    payment.status = Status.WITH_PROVIDER;
    payment.card = card;
    world.within(PROVIDER, orderId + " provider", () -> askProvider(orderId));
    return true;
  }

  /// Charge or ask, it is the same: the key makes sure that it happens once.
  private void askProvider(String orderId) {
    Payment payment = payments.get(orderId);
    if (payment.status != Status.WITH_PROVIDER && payment.status != Status.UNKNOWN) {
      return;
    }
    boolean wanted = !payment.voidWanted || payment.charged;
    if (wanted && payment.card == Card.GOOD) {
      payment.charged = true;
    }
    // Died with the answer in hand: whoever finds the charge written down asks again.
    world.mayDie();
    if (world.random().nextInt(6) == 0) {
      if (payment.status == Status.WITH_PROVIDER) {
        payment.status = Status.UNKNOWN;
        tell(orderId);
      }
      world.within(ASK_AGAIN, orderId + " provider asked again", () -> askProvider(orderId));
      return;
    }
    if (payment.charged) {
      payment.status = Status.PAID;
    } else {
      payment.status = payment.voidWanted ? Status.VOIDED : Status.DECLINED;
    }
    tell(orderId);
  }

  private void callOff(String orderId) {
    Payment payment = payments.computeIfAbsent(orderId, _ -> new Payment(Status.VOIDED));
    switch (payment.status) {
      case OPEN -> {
        payment.status = Status.VOIDED;
        tell(orderId);
      }
      case WITH_PROVIDER -> payment.voidWanted = true;
      case UNKNOWN -> {
        payment.voidWanted = true;
        tell(orderId);
      }
      case DECLINED -> answer.accept(orderId, new SagaReply.PaymentVoided());
      case PAID, VOIDED -> tell(orderId);
    }
  }

  private void refund(String orderId, String refundId) {
    Payment payment = payments.get(orderId);
    assertThat(payment).as("a refund of nothing for " + orderId).isNotNull();
    if (payment.status != Status.PAID) {
      answer.accept(orderId, new SagaReply.RefundFailed(refundId, "nothing_captured"));
      return;
    }
    world.within(
        PROVIDER,
        orderId + " refund at provider",
        () -> {
          if (!payment.willing.computeIfAbsent(refundId, _ -> world.random().nextInt(4) > 0)) {
            answer.accept(orderId, new SagaReply.RefundFailed(refundId, "account_closed"));
            return;
          }
          payment.refunded.add(refundId);
          world.mayDie();
          assertThat(payment.refunded).as("refunds of " + orderId).hasSize(1);
          answer.accept(orderId, new SagaReply.RefundDone(refundId));
        });
  }

  private void tell(String orderId) {
    answer.accept(
        orderId,
        switch (payments.get(orderId).status) {
          case OPEN, WITH_PROVIDER -> new SagaReply.PaymentOpened();
          case UNKNOWN -> new SagaReply.PaymentUnclear();
          case PAID -> new SagaReply.PaymentTaken();
          case DECLINED -> new SagaReply.PaymentDeclined("card_declined");
          case VOIDED -> new SagaReply.PaymentVoided();
        });
  }
}
