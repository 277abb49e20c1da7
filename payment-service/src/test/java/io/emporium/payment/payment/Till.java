package io.emporium.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.testing.simulation.Seeds;
import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The real payments against a provider that is often silent: customers pay, the saga opens, closes
/// and refunds, staff refund too, notices come doubled and late, and processes die around every
/// call.
final class Till implements Seeds.Simulation {

  private static final Money PRICE = Money.of(1_000, "USD");
  private static final Duration OPEN = Duration.ofMinutes(10);
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Duration CALL = Duration.ofSeconds(3);
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration OVERDUE = Duration.ofMinutes(5);
  private static final int MOST_HAPPENINGS = 200_000;
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(1));

  private final World world;
  private final ModelProvider provider;
  private final Map<String, Payment> payments = new TreeMap<>();

  Till(long seed, int orders) {
    world = new World(seed);
    provider = new ModelProvider(world);
    for (int n = 0; n < orders; n++) {
      String order = "o" + n;
      world.within(OPEN, order + " begins", () -> begin(order));
    }
  }

  @Override
  public World world() {
    return world;
  }

  @Override
  public void run() {
    world.run(MOST_HAPPENINGS);
    payments.forEach(this::requireEnd);
  }

  private void begin(String order) {
    // Every third customer says with the order how they pay.
    PayRequest chosen = world.random().nextInt(3) == 0 ? card() : null;
    Opening opening =
        new Opening(
            order,
            "ORD-1",
            "acme",
            "c1",
            "s1",
            PRICE,
            world.now().plus(WINDOW),
            false,
            List.of(),
            chosen);
    world.send(order + " open", () -> open(opening));
    if (world.random().nextInt(5) != 0) {
      world.within(WINDOW, order + " pays", () -> pay(order));
    }
    if (world.random().nextInt(3) == 0) {
      world.within(WINDOW, order + " cancels", () -> sendClose(order));
    }
    for (int n = world.random().nextInt(4); n > 0; n--) {
      String id = "r" + n;
      Money amount = Money.of(200 + world.random().nextInt(900), "USD");
      world.within(
          WINDOW.multipliedBy(2),
          order + " is refunded",
          () -> world.send(order + " refund " + id, () -> refund(order, id, amount)));
    }
    // The saga never leaves a payment open.
    world.after(WINDOW.plusMinutes(1), order + " time is over", () -> sendClose(order));
  }

  private void open(Opening opening) {
    world.mayDie();
    Payment known = payments.get(opening.orderId());
    if (known == null) {
      Payment opened = Payment.open(opening, world.now());
      payments.put(opening.orderId(), opened);
      watch(opened);
    } else {
      known.openAgain(opening);
    }
    world.mayDie();
  }

  private void sendClose(String order) {
    world.send(order + " close", () -> close(order));
  }

  private void close(String order) {
    world.mayDie();
    OrderEnd end = new OrderEnd(order, "acme", null, null, "expired");
    Payment known = payments.get(order);
    if (known == null) {
      payments.put(order, Payment.voidedBeforeOpened(end, world.now()));
    } else {
      known.voidPayment("expired", plan());
      watch(known);
    }
    world.mayDie();
  }

  private void pay(String order) {
    Payment payment = payments.get(order);
    if (payment == null) {
      world.within(CALL, order + " pays again", () -> pay(order));
      return;
    }
    begin(payment, card());
  }

  private void begin(Payment payment, PayRequest request) {
    String order = payment.orderId();
    try {
      if (payment.begin(request, plan()) != Outcome.APPLIED) {
        return;
      }
    } catch (Refusal refusal) {
      payment.notPaidAsChosen(refusal, plan());
      return;
    }
    watch(payment);
    Charge charge = payment.charge(world.now().minus(OVERDUE));
    world.within(
        CALL,
        order + " charge",
        () -> {
          world.mayDie();
          GatewayAnswer answer = provider.charge(charge);
          notices(payment, charge);
          world.mayDie();
          settle(payment, charge, answer);
        });
  }

  private static PayRequest card() {
    return new PayRequest(Provider.STRIPE, "pm_card", null);
  }

  private void settle(Payment payment, Charge charge, GatewayAnswer answer) {
    payment.settle(charge.attempt().number(), answer, plan());
    watch(payment);
  }

  /// The provider tells by itself, too, at least once and whenever.
  private void notices(Payment payment, Charge charge) {
    String key = charge.attempt().key();
    if (provider.hasCharged(key)) {
      world.send(
          payment.orderId() + " notice", () -> settle(payment, charge, provider.approved(key)));
    }
  }

  private void refund(String order, String id, Money amount) {
    Payment payment = payments.get(order);
    if (payment == null) {
      return;
    }
    world.mayDie();
    payment.refund(new RefundRequest(id, amount, "cancelled"), world.now());
    watch(payment);
    world.mayDie();
  }

  /// Whoever sweeps finds what is due.
  private void watch(Payment payment) {
    if (payment.nextAskAt != null) {
      sweepAt(payment, payment.nextAskAt);
    }
  }

  private void sweepAt(Payment payment, Instant due) {
    Duration until = Duration.between(world.now(), due).plusMillis(500);
    world.after(
        until.isNegative() ? Duration.ZERO : until,
        payment.orderId() + " sweep",
        () -> attend(payment, due));
  }

  private void attend(Payment payment, Instant due) {
    if (!due.equals(payment.nextAskAt)) {
      return;
    }
    if (!payment.isDue(world.now())) {
      // This sweeper's clock was behind.
      sweepAt(payment, due);
      return;
    }
    List<Duty> duties = payment.claim(world.now(), world.now().plus(LEASE), false);
    payment.applied();
    watch(payment);
    for (Duty duty : duties) {
      world.within(CALL, payment.orderId() + " " + duty, () -> perform(payment, duty));
    }
  }

  private void perform(Payment payment, Duty duty) {
    world.mayDie();
    switch (duty) {
      case Duty.PayAsChosen(var request, _) -> begin(payment, request);
      case Duty.Ask _, Duty.Cancel _ -> {
        Charge charge = payment.charge(world.now().minus(OVERDUE));
        GatewayAnswer answer = provider.ask(charge);
        notices(payment, charge);
        world.mayDie();
        settle(payment, charge, answer);
      }
      case Duty.SendRefund(var id, _) -> {
        Refund refund = payment.refund(id).orElseThrow();
        RefundAnswer answer =
            provider.refund(
                new RefundOrder(
                    payment.id(),
                    payment.orderId(),
                    Objects.requireNonNull(payment.providerReference()),
                    payment.amount(),
                    refund));
        world.mayDie();
        payment.settleRefund(id, answer, plan());
        watch(payment);
      }
      case Duty.Take _ -> throw new AssertionError("nothing is only reserved here");
      case Duty.SaveMethod() -> throw new AssertionError("nobody asked to save anything");
    }
  }

  private AskPlan plan() {
    return new AskPlan(world.now(), Duration.ofSeconds(15), WAITS);
  }

  private void requireEnd(String order, Payment payment) {
    String what = order + " is " + payment.status();
    long taken = provider.taken(payment.id());
    long givenBack = provider.givenBack(payment.id());
    switch (payment.status()) {
      case SUCCEEDED -> assertThat(taken).as(what).isEqualTo(PRICE.amount());
      case FAILED, VOIDED -> assertThat(taken).as(what).isZero();
      default -> throw new AssertionError(what + " at the end");
    }
    assertThat(payment.stray()).as(what + ", stray money").isFalse();
    assertThat(givenBack).as(what + ", given back").isLessThanOrEqualTo(taken);
    assertThat(payment.refunds())
        .as(what)
        .noneMatch(refund -> refund.status() == Refund.Status.PENDING);
    if (taken > 0) {
      assertThat(payment.refunded().amount()).as(what + ", refunded").isEqualTo(givenBack);
    }
  }
}
