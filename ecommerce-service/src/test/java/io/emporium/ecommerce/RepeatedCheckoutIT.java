package io.emporium.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.ecommerce.market.Market;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.idempotency.IdempotencyRecords;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/// A checkout was stored, its answer was lost, and it is repeated when the cart has moved on.
@ServiceTest
class RepeatedCheckoutIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Market market;
  @Autowired private MongoOperations mongo;

  private final String customer = "u-" + UUID.randomUUID();
  private Shelf shelf;
  private String tea;
  private TestResponse first;

  @BeforeEach
  void buyTea() {
    shelf = new Shelf(api, broker).openShop();
    tea = shelf.sell("Tea", "T-1", 900);
    putIn(1);
    first = checkOut("first");
  }

  @Test
  void isAnsweredWithItsOwnOrdersAndLeavesTheCartAlone() {
    putIn(2);
    var second = checkOut("second");
    putIn(3);
    loseAnswers();

    var again = checkOut("first");

    assertThat(again.text("/checkoutId")).isEqualTo(first.text("/checkoutId"));
    assertThat(again.text("/orders/0/orderId")).isEqualTo(first.text("/orders/0/orderId"));
    assertThat(checkOut("second").text("/checkoutId")).isEqualTo(second.text("/checkoutId"));
    assertThat(me().get("/api/cart").text("/items/0/quantity")).isEqualTo("3");
  }

  @Test
  void isAnsweredThoughWhatIsInTheCartNowIsNotDelivered() {
    putIn(2);
    broker.deliver(
        TestBroker.envelope(
            shelf.shop, shelf.company, 2, new ShopUpdated(shelf.shop("open", List.of("pickup")))));
    await().until(() -> !market.shops(List.of(shelf.shop)).getFirst().offers("delivery"));
    loseAnswers();

    assertThat(checkOut("first").text("/checkoutId")).isEqualTo(first.text("/checkoutId"));
  }

  @Test
  void isAnsweredFromACartThatWasStoredWhenCartsKeptTheirLastCheckoutOnly() {
    var own = new Document("_id", "cart-" + customer).append("customerId", customer);
    var stored =
        mongo
            .getCollection("carts")
            .updateOne(own, new Document("$unset", new Document("earlierCheckouts", "")));
    assertThat(stored.getModifiedCount()).isEqualTo(1);
    putIn(2);
    checkOut("second");
    loseAnswers();

    assertThat(checkOut("first").text("/checkoutId")).isEqualTo(first.text("/checkoutId"));
  }

  private void putIn(int quantity) {
    me().post("/api/cart/items", Map.of("productId", tea, "quantity", quantity)).expect(200);
  }

  private TestResponse checkOut(String key) {
    return me().post("/api/cart/checkout", null, "Idempotency-Key", key).expect(202);
  }

  // As when the process dies after the write and before the answer is kept.
  private void loseAnswers() {
    var lost =
        mongo
            .getCollection(IdempotencyRecords.COLLECTION)
            .updateMany(
                new Document("status", 202),
                new Document("$unset", new Document("status", ""))
                    .append("$set", new Document("leaseUntil", 0L)));
    assertThat(lost.getModifiedCount()).isPositive();
  }

  private TestApi me() {
    return api.as(TestTokens.customer(customer));
  }
}
