package io.emporium.fleet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.fleet.audit.Books.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgersTest {

  @Test
  void readsAnOrderAndSumsItsLines() {
    var order =
        Ledgers.order(
            json(
                """
                {"id":"o1","number":"ORD-1","companyId":"acme","status":"confirmed",
                 "total":{"amount":1190,"currency":"USD"},"tax":{"amount":190,"currency":"USD"},
                 "placedAt":"2026-01-05T10:00:00Z",
                 "payment":{"status":"partially_refunded",
                   "refunded":{"amount":119,"currency":"USD"}},
                 "lines":[{"sku":"TEA","quantity":2},{"sku":"TEA","quantity":1}]}
                """));

    assertThat(order.total()).isEqualTo(new Money(1_190, "USD"));
    assertThat(order.units()).containsEntry("TEA", 3L);
    assertThat(order.standing()).isEqualTo(Books.Standing.SOLD);
    assertThat(order.paid()).isEqualTo(new Books.Paid("partially_refunded", 119));
  }

  @Test
  void readsAPaymentThatWasCalledOffBeforeItWasOpened() {
    var payment =
        Ledgers.payment(
            json(
                """
                {"id":"pay-1","orderId":"o1","status":"voided","refunds":[]}
                """));

    assertThat(payment.amount()).isNull();
    assertThat(payment.settled()).isTrue();
  }

  @Test
  void readsWhatWasTakenOfReservedMoney() {
    var payment =
        Ledgers.payment(
            json(
                """
                {"id":"pay-1","orderId":"o1","status":"succeeded","provider":"stripe",
                 "amount":{"amount":1190,"currency":"USD"},
                 "captured":{"amount":1000,"currency":"USD"},"refunds":[]}
                """));

    assertThat(payment.captured()).isEqualTo(1_000);
    assertThat(payment.leftFree()).isEqualTo(190);
  }

  @Test
  void aMissingFigureIsAnErrorAndNoZero() {
    JsonNode stock = json("{\"sku\":\"TEA\",\"warehouseId\":\"w1\",\"onHand\":1}");

    assertThatThrownBy(() -> Ledgers.stock(stock)).hasMessageContaining("/reserved");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
