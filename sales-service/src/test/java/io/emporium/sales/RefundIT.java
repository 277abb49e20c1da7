package io.emporium.sales;

import static io.emporium.sales.Returning.PATIENCE;
import static io.emporium.sales.Returning.awaitStatus;
import static io.emporium.sales.Returning.delivered;
import static io.emporium.sales.Returning.read;
import static io.emporium.sales.Returning.received;
import static io.emporium.sales.Returning.refunded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.order.CreditNoteIssued;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The money of an order of 39.98 goes back, by returns and by hand: together never more than was
/// paid. payment-service is played by the test.
@ServiceTest
class RefundIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void afterAPartWentBackByHandAReturnGivesTheRestAndTheOrderSaysBothSums() {
    Story story = story();
    String order = delivered(story);
    assertThat(payment(story, order, "/status")).isEqualTo("paid");
    twice(story, byHand(order, 500));
    awaitPayment(story, order, "partially_refunded", 500);
    String path = received(story, order, 2);

    TestResponse refunding = story.admin().post(path + "/refund", null).expect(200);

    assertThat(refunding.text("/status")).isEqualTo("refunding");
    assertThat(refunding.text("/worth/amount")).isEqualTo("3998");
    assertThat(refunding.text("/refund/amount")).isEqualTo("3498");
    RefundPayment asked = asked(path, 1);
    assertThat(asked.amount()).isEqualTo(Money.of(3_498, "USD"));
    twice(story, refunded(order, asked));
    awaitStatus(story, path, "refunded");
    awaitPayment(story, order, "refunded", 3_998);
    TestResponse read = story.buyer().get("/api/orders/" + order).expect(200);
    assertThat(read.text("/status")).isEqualTo("completed");
    assertThat(read.text("/returns/0/worth/amount")).isEqualTo("3998");
    assertThat(read.text("/returns/0/refund/amount")).isEqualTo("3498");
    awaitCredited(order, 500, 3_498);
  }

  @Test
  void ofTwoReturnsTheSecondGivesWhatTheFirstAndARefundByHandHaveLeft() {
    Story story = story();
    String order = delivered(story);
    story.reply(byHand(order, 500));
    awaitPayment(story, order, "partially_refunded", 500);
    String first = received(story, order, 1);
    String second = received(story, order, 1);

    // Both are under way before payment-service has answered the first.
    assertThat(refundOf(story, first)).isEqualTo("1999");
    assertThat(refundOf(story, second)).isEqualTo("1499");

    story.reply(refunded(order, asked(second, 1)));
    story.reply(refunded(order, asked(first, 1)));
    awaitStatus(story, first, "refunded");
    awaitStatus(story, second, "refunded");
    awaitPayment(story, order, "refunded", 3_998);
    awaitCredited(order, 500, 1_999, 1_499);
  }

  @Test
  void whereARefundByHandWasFasterTheReturnGivesWhatPaymentServiceHadLeft() {
    Story story = story();
    String order = delivered(story);
    String path = received(story, order, 2);
    assertThat(refundOf(story, path)).isEqualTo("3998");
    String refund = asked(path, 1).refundId();

    // What was given by hand is heard of after the answer that it made smaller.
    story.reply(new PaymentRefunded("pay-" + order, order, refund, Money.of(3_498, "USD")));
    awaitStatus(story, path, "refunded");
    awaitPayment(story, order, "partially_refunded", 3_498);
    story.reply(byHand(order, 500));

    awaitPayment(story, order, "refunded", 3_998);
    assertThat(read(story, path).text("/refund/amount")).isEqualTo("3498");
    assertThat(read(story, path).text("/worth/amount")).isEqualTo("3998");
    awaitCredited(order, 3_498, 500);
  }

  @Test
  void whereAllHasGoneBackByHandAReturnEndsWithoutARefund() {
    Story story = story();
    String known = delivered(story);
    story.reply(byHand(known, 3_998));
    awaitPayment(story, known, "refunded", 3_998);
    String path = received(story, known, 2);

    TestResponse ended = story.admin().post(path + "/refund", null).expect(200);

    assertThat(ended.text("/status")).isEqualTo("refunded");
    assertThat(ended.text("/worth/amount")).isEqualTo("3998");
    assertThat(ended.text("/refund/amount")).isEqualTo("0");

    String race = delivered(story);
    String late = received(story, race, 2);
    assertThat(refundOf(story, late)).isEqualTo("3998");
    twice(
        story,
        new PaymentRefundFailed(
            "pay-" + race, race, asked(late, 1).refundId(), "exceeds_captured"));
    awaitStatus(story, late, "refunded");
    assertThat(read(story, late).text("/refund/amount")).isEqualTo("0");
    story.reply(byHand(race, 3_998));
    awaitPayment(story, race, "refunded", 3_998);

    assertThat(broker.published(RefundPayment.class, e -> e.orderId().equals(known))).isEmpty();
    awaitCredited(known, 3_998);
    awaitCredited(race, 3_998);
  }

  @Test
  void noMoreGoesBackThanWasTakenOfWhatWasReserved() {
    Story story = story();
    String order = delivered(story);
    long before = version(story, order);
    story.reply(new PaymentCaptured("pay-" + order, order, Money.of(3_000, "USD")));
    await().atMost(PATIENCE).until(() -> version(story, order) > before);
    String path = received(story, order, 2);

    assertThat(refundOf(story, path)).isEqualTo("3000");
    story.reply(refunded(order, asked(path, 1)));

    awaitPayment(story, order, "refunded", 3_000);
    awaitCredited(order, 998, 3_000);
  }

  private String refundOf(Story story, String path) {
    return story.admin().post(path + "/refund", null).expect(200).text("/refund/amount");
  }

  private RefundPayment asked(String path, int attempt) {
    String refund = "return-" + Returning.id(path) + "-" + attempt;
    return broker.awaitPublished(RefundPayment.class, e -> e.refundId().equals(refund)).data();
  }

  private void awaitPayment(Story story, String order, String status, long refunded) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(payment(story, order, "/status")).isEqualTo(status);
              assertThat(payment(story, order, "/refunded/amount"))
                  .isEqualTo(Long.toString(refunded));
            });
  }

  private static String payment(Story story, String order, String what) {
    return story.buyer().get("/api/orders/" + order).expect(200).text("/payment" + what);
  }

  private static long version(Story story, String order) {
    return story.buyer().get("/api/orders/" + order).expect(200).json().path("version").asLong();
  }

  /// One credit note for each sum; together they are the invoice, and so are their taxes.
  private void awaitCredited(String order, long... sums) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(credited(order, CreditNoteIssued::total))
                    .containsExactlyInAnyOrder(Arrays.stream(sums).boxed().toArray(Long[]::new)));
    assertThat(credited(order, CreditNoteIssued::tax).stream().mapToLong(each -> each).sum())
        .isEqualTo(638);
  }

  private List<Long> credited(String order, Function<CreditNoteIssued, Money> sum) {
    return broker.published(CreditNoteIssued.class, e -> e.orderId().equals(order)).stream()
        .map(Envelope::data)
        .map(note -> sum.apply(note).amount())
        .toList();
  }

  private void twice(Story story, Message message) {
    broker.deliver(story.reply(message));
    story.reply(message);
  }

  private static PaymentRefunded byHand(String order, long amount) {
    return new PaymentRefunded("pay-" + order, order, "by-hand-" + order, Money.of(amount, "USD"));
  }

  private Story story() {
    return new Story(api, broker).told();
  }
}
