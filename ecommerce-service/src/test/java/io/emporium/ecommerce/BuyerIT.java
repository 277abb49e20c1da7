package io.emporium.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.catalog.CartCheckedOut;
import io.emporium.events.catalog.CustomerProfileUpdated;
import io.emporium.events.user.UserRegistered;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class BuyerIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  private final String customer = "u-" + UUID.randomUUID();
  private Shelf shelf;

  @BeforeEach
  void openShop() {
    shelf = new Shelf(api, broker).openShop();
  }

  @Nested
  class Carts {

    @Test
    void sumUpWhatIsPutIn() {
      String tea = shelf.sell("Tea", "T-1", 900);

      me().post("/api/cart/items", Map.of("productId", tea, "quantity", 2)).expect(200);
      var cart =
          me().post("/api/cart/items", Map.of("productId", tea, "sku", "T-1", "quantity", 1))
              .expect(200);

      assertThat(cart.text("/items/0/quantity")).isEqualTo("3");
      assertThat(cart.text("/items/0/lineTotal/amount")).isEqualTo("2700");
      assertThat(cart.text("/totals/0/amount")).isEqualTo("2700");
      assertThat(cart.header("X-Cart-Id")).isEmpty();
      assertThat(
              me().patch("/api/cart/items/T-1", Map.of("quantity", 5))
                  .expect(200)
                  .text("/items/0/quantity"))
          .isEqualTo("5");
      assertThat(me().delete("/api/cart/items/T-1").expect(200).json().at("/items").size())
          .isZero();
      me().delete("/api/cart/items/T-1").expectProblem(404, "cart_item_not_found");
      assertThat(
              api.as(TestTokens.customer("somebody")).get("/api/cart").json().at("/items").size())
          .isZero();
    }

    @Test
    void takeOnlyWhatIsForSale() {
      String draft = shelf.draft("Tea", "T-1", 900);

      me().post("/api/cart/items", Map.of("productId", draft, "quantity", 1))
          .expectProblem(422, "product_not_available");
      me().post("/api/cart/items", Map.of("productId", draft, "quantity", 0))
          .expectProblem(400, "invalid_request");
    }

    @Test
    void ofAGuestBecomesPartOfTheCustomersOnce() {
      String tea = shelf.sell("Tea", "T-1", 900);
      String cup = shelf.sell("Cup", "C-1", 300);
      var guest = api.post("/api/cart/items", Map.of("productId", tea, "quantity", 2)).expect(200);
      String cartId = guest.text("/cartId");
      assertThat(guest.header("X-Cart-Id")).isEqualTo(cartId);
      api.post("/api/cart/items", Map.of("productId", cup, "quantity", 1), "X-Cart-Id", cartId)
          .expect(200);
      assertThat(api.send("GET", "/api/cart", null, "X-Cart-Id", cartId).json().at("/items").size())
          .isEqualTo(2);
      me().post("/api/cart/items", Map.of("productId", tea, "quantity", 1)).expect(200);

      var merged = me().send("GET", "/api/cart", null, "X-Cart-Id", cartId).expect(200);
      assertThat(merged.json().at("/items").size()).isEqualTo(2);
      assertThat(merged.text("/items/0/quantity")).isEqualTo("2");

      me().delete("/api/cart/items/C-1").expect(200);
      var again = me().send("GET", "/api/cart", null, "X-Cart-Id", cartId).expect(200);
      assertThat(again.json().at("/items").size()).isEqualTo(1);
      assertThat(api.send("GET", "/api/cart", null, "X-Cart-Id", cartId).json().at("/items").size())
          .isZero();
      assertThat(
              api.as(TestTokens.customer("thief"))
                  .send("GET", "/api/cart", null, "X-Cart-Id", cartId)
                  .json()
                  .at("/items")
                  .size())
          .isZero();
      var fresh =
          api.post("/api/cart/items", Map.of("productId", tea, "quantity", 1), "X-Cart-Id", cartId)
              .expect(200);
      assertThat(fresh.text("/cartId")).isNotEqualTo(cartId);
    }

    @Test
    void ofAGuestAreNotHandedToWhoeverElseIsSignedIn() {
      String tea = shelf.sell("Tea", "T-1", 900);
      String cartId =
          api.post("/api/cart/items", Map.of("productId", tea, "quantity", 2))
              .expect(200)
              .text("/cartId");

      var seen = shelf.admin().send("GET", "/api/cart", null, "X-Cart-Id", cartId).expect(200);

      assertThat(seen.text("/cartId")).isEqualTo(cartId);
      assertThat(shelf.admin().get("/api/cart").expect(200).json().at("/items").size()).isZero();
      assertThat(api.send("GET", "/api/cart", null, "X-Cart-Id", cartId).text("/items/0/quantity"))
          .isEqualTo("2");
      assertThat(me().send("GET", "/api/cart", null, "X-Cart-Id", cartId).text("/items/0/quantity"))
          .isEqualTo("2");
    }
  }

  @Nested
  class Checkout {

    @Test
    void opensOneOrderPerShopAndEmptiesTheCart() {
      Shelf second = new Shelf(api, broker).openShop();
      String tea = shelf.sell("Tea", "T-1", 900);
      String cup = second.sell("Cup", "T-1", 300);
      me().post("/api/cart/items", Map.of("productId", tea, "quantity", 2)).expect(200);
      me().post("/api/cart/items", Map.of("productId", cup, "quantity", 1)).expect(200);
      me().patch("/api/cart/items/T-1", Map.of("quantity", 2)).expectProblem(409, "ambiguous_sku");
      me().patch("/api/cart/items/T-1?productId=" + cup, Map.of("quantity", 3)).expect(200);

      var done =
          me().post("/api/cart/checkout", Map.of("note", "Ring twice"), "Idempotency-Key", "k")
              .expect(202);

      assertThat(done.json().at("/orders").size()).isEqualTo(2);
      String checkout = done.text("/checkoutId");
      String orderId = done.text("/orders/0/orderId");
      assertThat(done.text("/orders/0/statusUrl")).isEqualTo("/api/orders/" + orderId);
      var fact =
          broker.awaitPublished(CartCheckedOut.class, e -> e.orderId().equals(orderId)).data();
      assertThat(fact.customerId()).isEqualTo(customer);
      assertThat(fact.customerEmail()).isEqualTo(customer + "@example.com");
      assertThat(fact.note()).isEqualTo("Ring twice");
      assertThat(fact.fulfilment()).isEqualTo("delivery");
      assertThat(
              broker.published(CartCheckedOut.class, e -> e.checkoutId().equals(checkout)).stream()
                  .map(e -> e.data().shopId())
                  .toList())
          .containsExactlyInAnyOrder(shelf.shop, second.shop);
      assertThat(me().get("/api/cart").json().at("/items").size()).isZero();
      var again =
          me().post("/api/cart/checkout", Map.of("note", "Ring twice"), "Idempotency-Key", "k")
              .expect(202);
      assertThat(again.text("/checkoutId")).isEqualTo(checkout);
      me().post("/api/cart/checkout", null).expectProblem(422, "cart_empty");
    }

    @Test
    void refusesAStalePriceUntilItIsAccepted() {
      String tea = shelf.sell("Tea", "T-1", 900);
      me().post("/api/cart/items", Map.of("productId", tea, "quantity", 2)).expect(200);
      shelf.reprice(tea, "T-1", 1_000);

      var cart = me().get("/api/cart").expect(200);
      assertThat(cart.text("/items/0/priceChanged")).isEqualTo("true");
      assertThat(cart.text("/items/0/unitPrice/amount")).isEqualTo("900");
      assertThat(cart.text("/items/0/currentPrice/amount")).isEqualTo("1000");
      var refused = me().post("/api/cart/checkout", null).expectProblem(409, "price_changed");
      assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/items/0/unitPrice");
      assertThat(refused.at("/errors/0/message").asString()).contains("10.00 USD");

      me().patch("/api/cart/items/T-1", Map.of("quantity", 2)).expect(200);
      me().post("/api/cart/checkout", null).expect(202);
    }

    @Test
    void refusesWhatIsGoneAndHowItIsNotDelivered() {
      String tea = shelf.sell("Tea", "T-1", 900);
      me().post("/api/cart/items", Map.of("productId", tea, "quantity", 2)).expect(200);

      me().post("/api/cart/checkout", Map.of("fulfilment", "in_store"))
          .expectProblem(422, "fulfilment_not_offered");
      shelf.admin().post("/api/products/" + tea + "/unpublish", null).expect(200);
      assertThat(me().get("/api/cart").text("/items/0/available")).isEqualTo("false");
      me().post("/api/cart/checkout", null).expectProblem(422, "product_not_available");
    }

    @Test
    void sellsNothingInAnotherCurrencyThanTheCompanys() {
      String tea = shelf.sell("Tea", "T-1", 900);
      me().post("/api/cart/items", Map.of("productId", tea, "quantity", 2)).expect(200);
      shelf.charge("EUR", 2);

      me().post("/api/cart/checkout", null).expectProblem(422, "product_not_available");
    }

    @Test
    void isForCustomersOnly() {
      api.post("/api/cart/checkout", null).expectProblem(401, "unauthenticated");
      shelf.admin().post("/api/cart/checkout", null).expectProblem(403, "forbidden");
    }

    @Test
    void deliversToTheUsualAddress() {
      String tea = shelf.sell("Tea", "T-1", 900);
      me().post("/api/customers/me/addresses", Map.of("address", address("Old Street")))
          .expect(201);
      me().post(
              "/api/customers/me/addresses",
              Map.of("address", address("New Street"), "usual", true))
          .expect(201);
      me().post("/api/cart/items", Map.of("productId", tea, "quantity", 1)).expect(200);

      String orderId = me().post("/api/cart/checkout", null).expect(202).text("/orders/0/orderId");

      var fact = broker.awaitPublished(CartCheckedOut.class, e -> e.orderId().equals(orderId));
      assertThat(fact.data().address()).isNotNull();
      assertThat(fact.data().address().line1()).isEqualTo("New Street");
    }
  }

  @Nested
  class Wishlist {

    @Test
    void remembersOnceAndForgets() {
      String tea = shelf.sell("Tea", "T-1", 900);

      me().post("/api/wishlist/items", Map.of("productId", tea)).expect(201);
      me().post("/api/wishlist/items", Map.of("productId", tea)).expect(201);
      me().post("/api/wishlist/items", Map.of("productId", "none"))
          .expectProblem(404, "product_not_found");

      var list = me().get("/api/wishlist/items").expect(200);
      assertThat(list.text("/totalItems")).isEqualTo("1");
      assertThat(list.text("/items/0/product/name")).isEqualTo("Tea");
      assertThat(api.as(TestTokens.customer("x")).get("/api/wishlist").text("/totalItems"))
          .isEqualTo("0");
      me().delete("/api/wishlist/items/" + tea).expect(204);
      assertThat(me().get("/api/wishlist").text("/totalItems")).isEqualTo("0");
    }
  }

  @Nested
  class Profile {

    @Test
    void beginsWithTheRegistrationAndIsOnesOwn() {
      var event =
          new UserRegistered(
              customer, customer + "@example.com", "Anna", "customer", null, List.of());
      broker.deliver(TestBroker.envelope(customer, null, 1, event));
      broker.deliver(TestBroker.envelope(customer, null, 1, event));
      Awaitility.await()
          .untilAsserted(
              () -> assertThat(me().get("/api/customers/me").text("/fullName")).isEqualTo("Anna"));

      var changed = me().patch("/api/customers/me", Map.of("phone", "+49301")).expect(200);
      assertThat(changed.text("/fullName")).isEqualTo("Anna");
      assertThat(changed.text("/phone")).isEqualTo("+49301");
      var told =
          broker.awaitPublished(CustomerProfileUpdated.class, e -> e.customerId().equals(customer));
      assertThat(told.data().phone()).isEqualTo("+49301");
      shelf.admin().get("/api/customers/me").expectProblem(403, "forbidden");
    }

    @Test
    void keepsAddresses() {
      String id =
          me().post("/api/customers/me/addresses", Map.of("address", address("A"), "label", "home"))
              .expect(201)
              .text("/id");
      me().put("/api/customers/me/addresses/" + id, Map.of("address", address("B"))).expect(200);
      assertThat(me().get("/api/customers/me").text("/addresses/0/address/line1")).isEqualTo("B");
      me().put("/api/customers/me/addresses/other", Map.of("address", address("B")))
          .expectProblem(404, "address_not_found");
      me().delete("/api/customers/me/addresses/" + id).expect(204);
      assertThat(me().get("/api/customers/me").json().at("/addresses").size()).isZero();
    }

    @Test
    void isNotOverwrittenByWhoHasReadAnOlderOne() {
      String unwritten = me().get("/api/customers/me").expect(200).header("ETag");
      String written =
          me().patch("/api/customers/me", Map.of("phone", "+49301"), "If-Match", unwritten)
              .expect(200)
              .header("ETag");
      me().patch("/api/customers/me", Map.of("phone", "+49302"), "If-Match", unwritten)
          .expectProblem(412, "stale_version");
      assertThat(me().get("/api/customers/me").text("/phone")).isEqualTo("+49301");

      String id =
          me().post("/api/customers/me/addresses", Map.of("address", address("A")))
              .expect(201)
              .text("/id");
      String path = "/api/customers/me/addresses/" + id;
      var other = Map.of("address", address("B"));
      me().put(path, other, "If-Match", written).expectProblem(412, "stale_version");
      String current = me().get("/api/customers/me").header("ETag");
      var replaced = me().put(path, other, "If-Match", current).expect(200);
      assertThat(replaced.text("/addresses/0/address/line1")).isEqualTo("B");
      assertThat(replaced.header("ETag")).isNotEqualTo(current);
    }
  }

  private TestApi me() {
    return api.as(TestTokens.customer(customer));
  }

  private static Map<String, Object> address(String line) {
    return Map.of(
        "name", "Anna", "line1", line, "city", "Berlin", "postalCode", "10115", "country", "DE");
  }
}
