package io.emporium.fleet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.audit.Books.Charge;
import io.emporium.fleet.audit.Books.GivenBack;
import io.emporium.fleet.audit.Books.Money;
import io.emporium.fleet.audit.Books.Movement;
import io.emporium.fleet.audit.Books.Order;
import io.emporium.fleet.audit.Books.Paid;
import io.emporium.fleet.audit.Books.Payment;
import io.emporium.fleet.audit.Books.Refund;
import io.emporium.fleet.audit.Books.Reservation;
import io.emporium.fleet.audit.Books.Sales;
import io.emporium.fleet.audit.Books.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One order that was sold, one that was cancelled after it was paid, and whatever is made wrong
/// about them.
class ChecksTest {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final Money PRICE = new Money(1_190, "USD");

  private final List<Order> orders = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<Charge> charges = new ArrayList<>();
  private final List<GivenBack> givenBack = new ArrayList<>();
  private final List<Reservation> reservations = new ArrayList<>();
  private final List<Stock> stock = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private Sales analytics = new Sales(2, Map.of("USD", 1_000L));

  ChecksTest() {
    orders.add(order("sold", "confirmed"));
    orders.add(order("gone", "cancelled", "refunded", 1_190));
    payments.add(paid("sold"));
    payments.add(paid("gone", refund("r1", "succeeded", 1_190)));
    charges.add(charge("ch1", "sold", 1_190));
    charges.add(charge("ch2", "gone", 1_190));
    givenBack.add(new GivenBack("re1", "ch2", 1_190));
    reservations.add(new Reservation("sold", "deducted"));
    reservations.add(new Reservation("gone", "deducted"));
    movements.add(movement("receipt", 10, ""));
    movements.add(movement("sale", -1, "sold"));
    movements.add(movement("sale", -1, "gone"));
    movements.add(movement("return", 1, "gone"));
    stock.add(new Stock("TEA in w1", 9, 0, 9));
  }

  @Test
  void booksInOrderHaveNoDrift() {
    assertThat(drifts()).isEmpty();
  }

  @Nested
  class OfOrdersAndPayments {

    @Test
    void aSoldOrderThatNobodyPaid() {
      payments.removeFirst();
      charges.removeFirst();

      assertThat(drifts()).singleElement().asString().contains("without a payment");
    }

    @Test
    void aSoldOrderPaidWithAnotherAmount() {
      payments.set(0, payment("sold", "succeeded", new Money(1_000, "USD"), List.of()));
      charges.set(0, charge("ch1", "sold", 1_000));

      assertThat(drifts()).singleElement().asString().contains("costs 11.90 USD");
    }

    @Test
    void aDeadOrderWhoseMoneyWasKept() {
      payments.set(1, paid("gone"));
      givenBack.clear();

      assertThat(drifts()).anyMatch(drift -> drift.detail().contains("given back 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "processing", "unknown", "requires_action"})
    void aDeadOrderThatCanStillBePaid(String status) {
      orders.set(1, order("gone", "cancelled"));
      payments.set(1, payment("gone", status, PRICE, List.of()));
      charges.removeLast();
      givenBack.clear();
      analytics = new Sales(1, Map.of("USD", 1_000L));

      assertThat(drifts()).singleElement().asString().contains("still " + status);
    }

    @Test
    void anOrderThatNeedsAPerson() {
      orders.set(0, order("sold", "needs_attention"));
      analytics = new Sales(1, Map.of());

      assertThat(drifts()).singleElement().asString().contains("needs a person");
    }

    @Test
    void aPaymentForNoOrder() {
      payments.add(payment("nobody", "requested", PRICE, List.of()));

      assertThat(drifts()).singleElement().asString().contains("does not exist");
    }

    @Test
    void anOrderThatIsUnderWayIsNoDrift() {
      orders.add(order("new", "awaiting_payment"));
      payments.add(payment("new", "requested", PRICE, List.of()));
      reservations.add(new Reservation("new", "held"));

      assertThat(drifts()).isEmpty();
    }
  }

  @Nested
  class OfOrdersAndRefunds {

    @Test
    void aRefundThatItsOrderNeverHeardOf() {
      payments.set(0, paid("sold", refund("r2", "succeeded", 119)));
      givenBack.add(new GivenBack("re2", "ch1", 119));
      analytics = new Sales(2, Map.of("USD", 900L));

      assertThat(drifts()).singleElement().asString().contains("says 0 went back", "back 119");
    }

    @Test
    void aRefundThatNobodyMade() {
      orders.set(0, order("sold", "confirmed", "partially_refunded", 119));

      assertThat(drifts()).singleElement().asString().contains("says 119 went back", "back 0");
    }

    @ParameterizedTest
    @CsvSource({
      "paid, 119",
      "none, 119",
      "refunded, 119",
      "partially_refunded, 0",
      "refunded, 0",
      "paid, 1190",
      "partially_refunded, 1190",
      "refunding, 1190"
    })
    void aStatusThatDoesNotSayWhatWentBack(String status, long back) {
      orders.set(0, order("sold", "confirmed", status, back));
      if (back > 0) {
        payments.set(0, paid("sold", refund("r2", "succeeded", back)));
        givenBack.add(new GivenBack("re2", "ch1", back));
      }
      analytics = new Sales(2, Map.of("USD", 1_000 - back * 1_000 / 1_190));

      assertThat(drifts()).singleElement().asString().contains("says it is " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "failed"})
    void aRefundThatIsUnderWayOrRefusedIsNoDrift(String refund) {
      orders.set(0, order("sold", "confirmed", "partially_refunded", 119));
      payments.set(0, paid("sold", refund("r2", "succeeded", 119), refund("r3", refund, 500)));
      givenBack.add(new GivenBack("re2", "ch1", 119));
      analytics = new Sales(2, Map.of("USD", 900L));

      assertThat(drifts()).isEmpty();
    }

    @Test
    void anOrderThatIsBeingGivenBackIsNoDrift() {
      orders.set(0, order("sold", "needs_attention", "refunding", 119));
      payments.set(0, paid("sold", refund("r2", "succeeded", 119), refund("r3", "pending", 1_071)));
      givenBack.add(new GivenBack("re2", "ch1", 119));
      analytics = new Sales(1, Map.of());

      assertThat(drifts()).extracting(Drift::ledger).doesNotContain("orders and refunds");
    }
  }

  @Nested
  class OfReservedMoney {

    @Test
    void whatIsNotTakenYetIsNoDrift() {
      payments.set(0, reserved("authorized", 0));
      charges.set(0, new Charge("ch1", "sold", "pay-sold", "AUTHORIZED", 0, "usd"));

      assertThat(drifts()).isEmpty();
    }

    @Test
    void whatWasTakenInPartIsAllRefunded() {
      orders.set(0, order("sold", "confirmed", "refunded", 595));
      payments.set(0, reserved("succeeded", 595, refund("r2", "succeeded", 595)));
      charges.set(0, charge("ch1", "sold", 595));
      givenBack.add(new GivenBack("re2", "ch1", 595));
      analytics = new Sales(2, Map.of("USD", 0L));

      assertThat(drifts()).isEmpty();
    }

    @Test
    void whatIsLeftFreeIsNoRevenue() {
      payments.set(0, reserved("succeeded", 595));
      charges.set(0, charge("ch1", "sold", 595));

      assertThat(drifts()).singleElement().asString().contains("net revenue 1000 USD");
    }

    @Test
    void whatWasGivenFreeForARefundWasNeverTaken() {
      orders.set(0, order("sold", "confirmed", "refunded", 1_190));
      payments.set(0, reserved("succeeded", 0, refund("r2", "succeeded", 1_190)));
      charges.set(0, new Charge("ch1", "sold", "pay-sold", "VOIDED", 0, "usd"));
      analytics = new Sales(2, Map.of("USD", 0L));

      assertThat(drifts()).isEmpty();
    }
  }

  @Nested
  class OfPaymentsAndProvider {

    @Test
    void aSecondCharge() {
      charges.add(charge("ch3", "sold", 1_190));

      assertThat(drifts()).singleElement().asString().contains("charged 2 times");
    }

    @Test
    void aPaymentThatTheProviderDoesNotKnow() {
      charges.removeFirst();

      assertThat(drifts()).singleElement().asString().contains("took 1190, the provider 0");
    }

    @Test
    void aPaymentByHandNeedsNoProvider() {
      charges.removeFirst();
      payments.set(
          0, new Payment("pay-sold", "sold", "succeeded", PRICE, 1_190, "cash", List.of()));

      assertThat(drifts()).isEmpty();
    }

    @Test
    void aDeclinedPaymentWithMoneyTaken() {
      orders.add(order("declined", "cancelled"));
      payments.add(payment("declined", "failed", PRICE, List.of()));
      charges.add(charge("ch4", "declined", 1_190));

      assertThat(drifts()).singleElement().asString().contains("holds or took money");
    }

    @Test
    void butNoneThatAPersonGaveBackPastTheProvider() {
      givenBack.clear();
      payments.set(1, paid("gone", new Refund("r1", "succeeded", 1_190, true)));

      assertThat(drifts()).isEmpty();
    }

    @Test
    void aRefundThatNeverReachedTheProvider() {
      givenBack.clear();

      assertThat(drifts()).singleElement().asString().contains("the provider 0");
    }

    @Test
    void aChargeOfNobody() {
      charges.add(charge("ch5", "stranger", 500));

      assertThat(drifts()).singleElement().asString().contains("no payment of ours");
    }

    @Test
    void aWithdrawnChargeIsNoDrift() {
      charges.add(new Charge("ch6", "sold", "pay-sold", "VOIDED", 0, "usd"));

      assertThat(drifts()).isEmpty();
    }
  }

  @Nested
  class OfStock {

    @Test
    void movementsThatDoNotAddUp() {
      stock.set(0, new Stock("TEA in w1", 8, 0, 8));

      assertThat(drifts()).singleElement().asString().contains("on hand 8, movements say 9");
    }

    @Test
    void anOversoldItem() {
      movements.add(movement("adjustment", -10, ""));
      stock.set(0, new Stock("TEA in w1", -1, 0, -1));

      assertThat(drifts()).singleElement().asString().contains("oversold");
    }

    @Test
    void aSaleThatWasDeductedTwice() {
      movements.add(movement("sale", -1, "sold"));
      stock.set(0, new Stock("TEA in w1", 8, 0, 8));

      assertThat(drifts()).singleElement().asString().contains("ordered {TEA=1}, left {TEA=2}");
    }

    @Test
    void aDeadOrderWhoseUnitsNeverCameBack() {
      movements.removeLast();
      stock.set(0, new Stock("TEA in w1", 8, 0, 8));

      assertThat(drifts()).singleElement().asString().contains("left {TEA=1}, back {}");
    }

    @Test
    void aDeadOrderThatStillHolds() {
      reservations.set(1, new Reservation("gone", "held"));

      assertThat(drifts()).singleElement().asString().contains("its reservation is held");
    }

    @Test
    void aHoldOfNobody() {
      reservations.add(new Reservation("nobody", "held"));

      assertThat(drifts()).singleElement().asString().contains("an unknown order holds");
    }
  }

  @Nested
  class OfAnalytics {

    @Test
    void aFreeOrderThatWasCancelledMayHaveBeenASaleBefore() {
      Money nothing = new Money(0, "USD");
      orders.add(
          new Order(
              "free",
              "ORD-free",
              "acme",
              "cancelled",
              nothing,
              0,
              Map.of("TEA", 1L),
              AT,
              new Paid("none", 0)));
      payments.add(payment("free", "succeeded", nothing, List.of()));
      reservations.add(new Reservation("free", "released"));
      analytics = new Sales(3, Map.of("USD", 1_000L));

      assertThat(drifts()).isEmpty();
    }

    @Test
    void aSaleThatIsMissing() {
      analytics = new Sales(0, Map.of());

      assertThat(drifts())
          .extracting(Drift::detail)
          .containsExactly(
              "counts 0 sales, the orders 1 to 2", "net revenue 0 USD, the orders 1000");
    }

    @Test
    void aPartialRefundTakesFromNetAndTaxInProportion() {
      orders.set(0, order("sold", "confirmed", "partially_refunded", 119));
      payments.set(0, paid("sold", refund("r2", "succeeded", 119)));
      givenBack.add(new GivenBack("re2", "ch1", 119));
      analytics = new Sales(1, Map.of("USD", 900L));

      assertThat(drifts()).isEmpty();
    }
  }

  private List<Drift> drifts() {
    Books books =
        new Books(
            orders,
            payments,
            charges,
            givenBack,
            reservations,
            stock,
            movements,
            Map.of("acme", analytics),
            List.of());
    return Stream.of(
            new OrdersAndPayments(),
            new OrdersAndRefunds(),
            new PaymentsAndProvider(),
            new StockAndMovements(),
            new OrdersAndStock(),
            new AnalyticsAndOrders(),
            new OwnComplaints())
        .flatMap(check -> check.of(books).stream())
        .toList();
  }

  private static Order order(String id, String status) {
    return order(id, status, status.equals("confirmed") ? "paid" : "none", 0);
  }

  private static Order order(String id, String status, String paid, long refunded) {
    Paid told = new Paid(paid, refunded);
    return new Order(id, "ORD-" + id, "acme", status, PRICE, 190, Map.of("TEA", 1L), AT, told);
  }

  private static Refund refund(String id, String status, long amount) {
    return new Refund(id, status, amount, false);
  }

  private static Payment paid(String order, Refund... refunds) {
    return payment(order, "succeeded", PRICE, List.of(refunds));
  }

  private static Payment payment(String order, String status, Money amount, List<Refund> refunds) {
    long captured = status.equals("succeeded") ? amount.amount() : 0;
    return new Payment("pay-" + order, order, status, amount, captured, "stripe", refunds);
  }

  private static Payment reserved(String status, long captured, Refund... refunds) {
    return new Payment("pay-sold", "sold", status, PRICE, captured, "stripe", List.of(refunds));
  }

  private static Charge charge(String id, String order, long captured) {
    return new Charge(id, order, "pay-" + order, "CAPTURED", captured, "usd");
  }

  private static Movement movement(String kind, long delta, String order) {
    return new Movement("TEA in w1", "TEA", kind, delta, order);
  }
}
