package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentVoided;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Two who want different things of one payment at once. The first to write it wins; README.md says
/// what that means for each pair.
@ServiceTest
class RacesIT implements WithProviders {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void refundsInParallelNeverGiveBackMoreThanWasTaken() throws Exception {
    Races.run("refund and refund", this::refundAndRefund);
  }

  private String refundAndRefund() throws Exception {
    String order = paid();
    List<Callable<Integer>> clerks = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String key = order + ":" + i;
      clerks.add(() -> refund(order, 300, key).status());
    }
    clerks.add(() -> ask(new RefundPayment(order, "saga", Money.of(300, "USD"), "returned")));

    List<Integer> answers = Races.together(clerks);

    assertThat(answers).allSatisfy(status -> assertThat(status).isIn(0, 201, 409));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode payment = payment(order);
              assertThat(payment.at("/refunded/amount").asLong()).isEqualTo(given(order));
              assertThat(given(order)).isIn(1800L, 1999L);
            });
    return given(order) == 1800L ? "6 of 10 refunds given" : "the rest by the return";
  }

  /// Goods for most of the price have come back while a clerk gives a part for them.
  @Test
  void aReturnThatComesAfterARefundByHandGivesTheRest() throws Exception {
    Races.run("return and refund", this::returnAndRefund);
  }

  private String returnAndRefund() throws Exception {
    String order = paid();

    List<Integer> answers =
        Races.together(
            List.of(
                () -> refund(order, 300, order).status(),
                () -> {
                  // A request takes longer than a message, which would always be first.
                  LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(60_000_000));
                  return ask(new RefundPayment(order, "goods", Money.of(1800, "USD"), "return"));
                }));

    boolean clerkFirst = answers.getFirst() == 201;
    assertThat(answers.getFirst()).isIn(201, 409);
    broker.awaitPublished(
        PaymentRefunded.class,
        e ->
            e.orderId().equals(order)
                && e.refundId().equals("goods")
                && e.amount().equals(Money.of(clerkFirst ? 1699 : 1800, "USD")));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(given(order)).isEqualTo(clerkFirst ? 1999 : 1800));
    return clerkFirst ? "a part by the clerk, the rest by the return" : "all by the return";
  }

  /// The order is called off, so that all goes back, while a clerk gives a part.
  @Test
  void aCancellationAndARefundGiveEverythingBackOnce() throws Exception {
    Races.run("cancel and refund", this::cancelAndRefund);
  }

  private String cancelAndRefund() throws Exception {
    String order = paid();

    List<Integer> answers =
        Races.together(
            List.of(
                () -> refund(order, 300, order).status(),
                () -> {
                  // A request takes longer than a message, which would always be first.
                  LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(60_000_000));
                  return ask(new RefundPayment(order, "all", Money.of(1999, "USD"), "cancelled"));
                }));

    assertThat(answers.getFirst()).isIn(201, 409);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(payment(order).at("/refunded/amount").asLong()).isEqualTo(1999));
    assertThat(given(order)).isEqualTo(1999);
    return answers.getFirst() == 201 ? "a part by the clerk" : "all by the saga";
  }

  @Test
  void aTillAndACardTakeTheMoneyOnce() throws Exception {
    Races.run("till and card", this::tillAndCard);
  }

  private String tillAndCard() throws Exception {
    String order = Orders.ready(broker);

    Races.together(
        List.of(
            () -> Orders.payByCard(api, order, "pm_card_visa").status(),
            () ->
                api.as(TestTokens.shopStaff(Orders.COMPANY, "corner"))
                    .post("/api/payments/pay-" + order + "/confirm", Map.of("provider", "cash"))
                    .status()));

    JsonNode payment = payment(order);
    assertThat(payment.path("status").asString()).isEqualTo("succeeded");
    String by = payment.path("provider").asString();
    assertThat(Providers.charges(order)).hasSize(by.equals("stripe") ? 1 : 0);
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    assertThat(broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order))).hasSize(1);
    return by;
  }

  @Test
  void aVoidAndAPaymentEndInOneOfTheTwo() throws Exception {
    Races.run("pay and void", this::payAndVoid);
  }

  private String payAndVoid() throws Exception {
    String order = Orders.ready(broker);

    Races.together(
        List.of(
            () -> Orders.payByCard(api, order, "pm_card_visa").status(),
            () -> deliver(new VoidPayment(order, "cancelled"))));

    await().until(() -> isDecided(order));
    String end = payment(order).path("status").asString();
    assertThat(Providers.charges(order)).hasSize(end.equals("succeeded") ? 1 : 0);
    return end;
  }

  private String paid() {
    String order = Orders.ready(broker);
    Orders.payByCard(api, order, "pm_card_visa").expect(200);
    // On a busy machine the provider may be found silent, and is asked again.
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    return order;
  }

  private int deliver(Message message) {
    broker.deliver(Orders.COMPANY, message);
    return 0;
  }

  /// As sales-service does: while what would leave too little is under way nothing is said, so it
  /// asks again.
  private int ask(RefundPayment command) {
    int sent = deliver(command);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              if (isAnswered(command)) {
                return true;
              }
              deliver(command);
              return false;
            });
    return sent;
  }

  private boolean isAnswered(RefundPayment command) {
    return !broker
        .published(
            PaymentRefunded.class,
            e -> e.orderId().equals(command.orderId()) && e.refundId().equals(command.refundId()))
        .isEmpty();
  }

  private boolean isDecided(String order) {
    boolean paid =
        !broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order)).isEmpty();
    boolean closed =
        !broker.published(PaymentVoided.class, e -> e.orderId().equals(order)).isEmpty();
    return paid || closed;
  }

  private TestResponse refund(String order, long amount, String key) {
    return api.as(TestTokens.companyAdmin(Orders.COMPANY))
        .post(
            "/api/payments/pay-" + order + "/refunds",
            Map.of("reason", "goodwill", "amount", Map.of("amount", amount, "currency", "USD")),
            "Idempotency-Key",
            key);
  }

  private static long given(String order) {
    return StreamSupport.stream(Providers.refunds(order).spliterator(), false)
        .mapToLong(refund -> refund.path("amount").asLong())
        .sum();
  }

  private JsonNode payment(String order) {
    return api.as(TestTokens.customer(Orders.CUSTOMER))
        .get("/api/payments/pay-" + order)
        .expect(200)
        .json();
  }
}
