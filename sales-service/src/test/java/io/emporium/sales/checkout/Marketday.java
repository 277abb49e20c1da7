package io.emporium.sales.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Command;
import io.emporium.events.Money;
import io.emporium.events.inventory.InventoryCommand;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.payment.PaymentChoice;
import io.emporium.events.payment.PaymentCommand;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.kit.testing.simulation.Seeds;
import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Many orders of many customers for too few units, in a world where messages are late, doubled,
/// lost and out of order, and everybody may die. Who wants what and when is drawn from the seed.
final class Marketday implements Seeds.Simulation {

  private static final int MOST_HAPPENINGS = 200_000;
  static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Duration OPENING_HOURS = Duration.ofMinutes(20);
  private static final Duration OPERATOR = Duration.ofMinutes(5);

  /// What is kept of an order: its saga, as last written.
  private static final class Stored {
    private final Deal deal;
    private Checkout saga;

    Stored(Deal deal, Checkout saga) {
      this.deal = deal;
      this.saga = saga;
    }
  }

  private final World world;
  private final ModelInventory inventory;
  private final ModelPayments payments;
  private final Map<String, Integer> stock;
  private final Map<String, Stored> orders = new HashMap<>();
  private final Set<SagaStep> ends = EnumSet.noneOf(SagaStep.class);

  Marketday(long seed, int orders) {
    this(seed, orders, 0);
  }

  private Marketday(long seed, int orders, int units) {
    world = new World(seed);
    int perSku = units == 0 ? 1 + world.random().nextInt(orders) : units;
    stock = Map.of("TEA", perSku, "CUP", perSku, "POT", perSku);
    inventory = new ModelInventory(world, this::reply, stock);
    payments = new ModelPayments(world, this::reply);
    for (int n = 0; n < orders; n++) {
      String id = "o" + n;
      world.within(OPENING_HOURS, id + " placed", () -> visit(id));
    }
  }

  /// A day without customers, for a test that sends its own.
  static Marketday empty(long seed) {
    return new Marketday(seed, 0, 10);
  }

  @Override
  public World world() {
    return world;
  }

  @Override
  public void run() {
    world.run(MOST_HAPPENINGS);
    requireOrder();
  }

  private void visit(String id) {
    place(id);
    customerActs(id);
  }

  void place(String id) {
    Instant now = world.now();
    Deal deal =
        new Deal(
            id,
            "ORD-" + id,
            "c1",
            "s1",
            Money.of(500, "USD"),
            lines(),
            now.plus(WINDOW).plus(Duration.ofMinutes(20)),
            WINDOW,
            paymentOptions());
    Decision begun = CheckoutSaga.begin(deal, now);
    orders.put(id, new Stored(deal, begun.state()));
    followed(id, begun);
  }

  /// Every third customer says at once how they pay.
  private PaymentOptions paymentOptions() {
    return world.random().nextInt(3) == 0
        ? new PaymentOptions(List.of(), new PaymentChoice("stripe", "pm_card", null, false))
        : PaymentOptions.ANY;
  }

  private List<StockLine> lines() {
    List<StockLine> lines = new ArrayList<>();
    for (String sku : List.of("CUP", "POT", "TEA")) {
      if (lines.isEmpty() || world.random().nextBoolean()) {
        lines.add(new StockLine(sku, 1 + world.random().nextInt(3)));
      }
    }
    return lines;
  }

  private void customerActs(String id) {
    int wish = world.random().nextInt(10);
    if (wish < 6) {
      world.within(WINDOW.plusMinutes(5), id + " pays", () -> pays(id, ModelPayments.Card.GOOD));
    } else if (wish < 8) {
      world.within(WINDOW, id + " pays badly", () -> pays(id, ModelPayments.Card.DECLINED));
    }
    if (world.random().nextInt(4) == 0) {
      world.within(
          WINDOW.plusMinutes(10),
          id + " cancels",
          () -> tell(id, new SagaReply.CancelAsked("changed_mind")));
    }
  }

  // Too early means once more; a customer who finds the order closed gives up.
  void pays(String id, ModelPayments.Card card) {
    if (!payments.pay(id, card) && !orders.get(id).saga.step().ended()) {
      world.after(Duration.ofSeconds(20), id + " pays", () -> pays(id, card));
    }
  }

  private void reply(String id, SagaReply reply) {
    world.send(id + " hears " + reply.getClass().getSimpleName(), () -> tell(id, reply));
  }

  void tell(String id, SagaReply reply) {
    Stored order = orders.get(id);
    world.mayDie();
    write(id, CheckoutSaga.decide(order.saga, reply, order.deal, world.now()));
    // Written and not acknowledged: it is told again.
    world.mayDie();
  }

  private void write(String id, Decision decision) {
    if (decision.applied()) {
      orders.get(id).saga = decision.state();
      followed(id, decision);
    }
  }

  private void followed(String id, Decision decision) {
    decision.commands().forEach(command -> send(id, command));
    Checkout saga = decision.state();
    if (saga.nextActionAt() != null) {
      sweepAt(id, saga.nextActionAt());
    }
    if (saga.stuck()) {
      world.within(OPERATOR, id + " operator resumes", () -> resume(id));
    }
  }

  private void sweepAt(String id, Instant due) {
    Duration until = Duration.between(world.now(), due).plusSeconds(1);
    world.after(until.isNegative() ? Duration.ZERO : until, id + " sweep", () -> sweep(id, due));
  }

  private void sweep(String id, Instant due) {
    Stored order = orders.get(id);
    if (!due.equals(order.saga.nextActionAt())) {
      return;
    }
    world.mayDie();
    Decision decision = CheckoutSaga.wake(order.saga, order.deal, world.now());
    write(id, decision);
    if (!decision.applied()) {
      // This sweeper's clock was behind.
      sweepAt(id, due);
    }
  }

  private void resume(String id) {
    Stored order = orders.get(id);
    write(id, CheckoutSaga.resume(order.saga, order.deal, world.now()));
  }

  private void send(String id, Command command) {
    String what = id + " " + command.getClass().getSimpleName();
    switch (command) {
      case InventoryCommand asked -> world.send(what, () -> inventory.take(asked));
      case PaymentCommand asked -> world.send(what, () -> payments.take(asked));
      default -> throw new AssertionError(command);
    }
  }

  /// Where the orders have ended.
  Set<SagaStep> ends() {
    return ends;
  }

  SagaStep stepOf(String id) {
    return orders.get(id).saga.step();
  }

  private void requireOrder() {
    orders.forEach(this::requireEnd);
    Map<String, Integer> out = inventory.out();
    stock.forEach(
        (sku, units) ->
            assertThat(inventory.available().get(sku) + out.getOrDefault(sku, 0))
                .as("units of " + sku)
                .isEqualTo(units));
  }

  private void requireEnd(String id, Stored order) {
    Checkout saga = order.saga;
    String what = id + " at " + saga;
    ends.add(saga.step());
    assertThat(saga.step().ended()).as(what + " has ended").isTrue();
    assertThat(saga.stuck()).as(what + " is stuck").isFalse();
    ModelInventory.Reservation reservation = inventory.of(id);
    boolean held = reservation != null && reservation.isHeld();
    boolean out = reservation != null && reservation.isOut();
    ModelPayments.Payment payment = payments.all().get(id);
    assertThat(held).as(what + " holds nothing").isFalse();
    switch (saga.step()) {
      case DONE -> {
        assertThat(out).as(what + " has its units").isTrue();
        assertThat(payment.isTaken()).as(what + " is paid").isTrue();
      }
      case CLOSED -> {
        assertThat(out).as(what + " has no units").isFalse();
        assertThat(payment == null || !payment.isCharged()).as(what + " cost nothing").isTrue();
      }
      case REFUNDED -> {
        assertThat(out).as(what + " has no units").isFalse();
        assertThat(payment.isCharged()).as(what + " was paid").isTrue();
        assertThat(payment.refunds())
            .as(what)
            .containsExactly(order.deal.refundId(saga.timesRefused()));
      }
      default -> throw new AssertionError(what);
    }
  }
}
