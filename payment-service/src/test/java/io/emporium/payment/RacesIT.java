package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.RepeatedTest;
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
    String order = Orders.ready(broker);
    Orders.payByCard(api, order, "pm_card_visa").expect(200);
    List<Callable<Integer>> clerks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String key = order + ":" + i;
      clerks.add(() -> refund(order, 300, key).status());
    }
    broker.deliver(
        Orders.COMPANY, new RefundPayment(order, "saga", Money.of(300, "USD"), "returned"));

    List<Integer> answers = together(clerks);

    assertThat(answers).allSatisfy(status -> assertThat(status).isIn(201, 409));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode payment = payment(order);
              assertThat(payment.at("/refunded/amount").asLong()).isEqualTo(given(order));
              assertThat(given(order)).isBetween(300L, 1999L);
            });
  }

  @RepeatedTest(5)
  void aTillAndACardTakeTheMoneyOnce() throws Exception {
    String order = Orders.ready(broker);

    together(
        List.of(
            () -> Orders.payByCard(api, order, "pm_card_visa").status(),
            () ->
                api.as(TestTokens.shopStaff(Orders.COMPANY, "corner"))
                    .post("/api/payments/pay-" + order + "/confirm", Map.of("provider", "cash"))
                    .status()));

    JsonNode payment = payment(order);
    assertThat(payment.path("status").asString()).isEqualTo("succeeded");
    assertThat(Providers.charges(order))
        .hasSize(payment.path("provider").asString().equals("stripe") ? 1 : 0);
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    assertThat(broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order))).hasSize(1);
  }

  @RepeatedTest(5)
  void aVoidAndAPaymentEndInOneOfTheTwo() throws Exception {
    String order = Orders.ready(broker);

    together(
        List.of(
            () -> Orders.payByCard(api, order, "pm_card_visa").status(),
            () -> {
              broker.deliver(Orders.COMPANY, new VoidPayment(order, "cancelled"));
              return 0;
            }));

    await().until(() -> isDecided(order));
    boolean paid = payment(order).path("status").asString().equals("succeeded");
    assertThat(Providers.charges(order)).hasSize(paid ? 1 : 0);
  }

  private boolean isDecided(String order) {
    boolean paid =
        !broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order)).isEmpty();
    boolean closed =
        !broker.published(PaymentVoided.class, e -> e.orderId().equals(order)).isEmpty();
    return paid || closed;
  }

  private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    List<T> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> one : threads.invokeAll(tasks)) {
        answers.add(one.get());
      }
    }
    return answers;
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
