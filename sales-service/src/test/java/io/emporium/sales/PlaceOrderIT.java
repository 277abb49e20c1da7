package io.emporium.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.catalog.ProductPriceChanged;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductUnpublished;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.PaymentChoice;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class PlaceOrderIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void acceptsAnOrderOfWhatWasPublishedThisVeryMoment() {
    Story story = story();

    var placed = story.order(3).expect(201);

    String id = placed.text("/id");
    assertThat(placed.header("Location")).isEqualTo("/api/orders/" + id);
    assertThat(placed.text("/number")).isEqualTo("AC-000001");
    assertThat(placed.text("/status")).isEqualTo("placed");
    assertThat(placed.text("/lines/0/name")).isEqualTo("Tea");
    assertThat(placed.text("/lines/0/sku")).isEqualTo("TEA");
    assertThat(placed.text("/total/amount")).isEqualTo("5997");
    assertThat(placed.text("/tax/amount")).isEqualTo("958");
    assertThat(placed.text("/payment/status")).isEqualTo("pending");
    assertThat(placed.text("/links/payment")).isEqualTo("/api/payments/process");

    var created = broker.awaitPublished(OrderCreated.class, e -> e.order().orderId().equals(id));
    assertThat(created.companyid()).isEqualTo(story.company);
    assertThat(created.shopid()).isEqualTo(story.shop);
    assertThat(created.actor()).isEqualTo(story.customer);
    var reserve = broker.awaitPublished(ReserveStock.class, e -> e.orderId().equals(id));
    assertThat(reserve.data().lines()).hasSize(1);
    assertThat(reserve.correlationid()).isEqualTo(created.correlationid());
    var mail =
        broker.awaitPublished(SendNotification.class, e -> e.userId().equals(story.customer));
    assertThat(mail.data().email()).isEqualTo(story.customer + "@example.com");
    assertThat(mail.data().template()).isEqualTo("order_placed");
  }

  @Test
  void namesTheProductThatCannotBeHad() {
    Story story = story();
    var items =
        List.of(
            Map.of("productId", story.product, "quantity", 1),
            Map.of("productId", "unheard-of", "quantity", 1));

    var refused = story.buyer().post("/api/orders", Map.of("items", items));

    assertThat(
            refused.expectProblem(422, "product_not_available").at("/errors/0/pointer").asString())
        .isEqualTo("/items/1/productId");
    var sku = Map.of("productId", story.product, "sku", "COFFEE", "quantity", 1);
    assertThat(
            story
                .buyer()
                .post("/api/orders", Map.of("items", List.of(sku)))
                .expectProblem(422, "product_not_available")
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/items/0/sku");
  }

  @Test
  void theNewestNewsOfAProductWinsInWhateverOrderTheyCome() {
    Story story = story();
    story.placed();
    story.news(story.product, 4, new ProductPriceChanged(story.product("published", 2_500)));
    story.news(story.product, 3, new ProductUnpublished(story.product("draft", 1_999)));

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(story.order(1).expect(201).text("/total/amount")).isEqualTo("2500"));
  }

  @Test
  void takesItemsOfOneShopOnly() {
    Story story = story();
    story.news(
        "other-" + story.product,
        1,
        new ProductPublished(
            story.product("other-" + story.product, "other-shop", "published", 100)));

    story
        .buyer()
        .post(
            "/api/orders",
            Map.of(
                "items",
                List.of(
                    Map.of("productId", story.product, "quantity", 1),
                    Map.of("productId", "other-" + story.product, "quantity", 1))))
        .expectProblem(422, "several_shops");
  }

  @Test
  void refusesForAClosedShopAndForASuspendedCompany() {
    Story story = story();
    story.placed();
    story.news(story.shop, 2, new ShopClosed(story.shop("closed")));
    Awaitility.await().untilAsserted(() -> story.order(1).expectProblem(409, "shop_not_selling"));

    Story other = story();
    other.placed();
    other.news(
        other.company,
        2,
        new CompanySuspended(other.company("suspended", 60), "unpaid", Instant.EPOCH));
    Awaitility.await().untilAsserted(() -> other.order(1).expectProblem(409, "shop_not_selling"));
  }

  @Test
  void refusesAWayOfFulfilmentThatTheShopLacks() {
    Story story = story();

    story
        .buyer()
        .post(
            "/api/orders",
            Map.of(
                "items",
                List.of(Map.of("productId", story.product, "quantity", 1)),
                "fulfilment",
                "in_store"))
        .expectProblem(422, "fulfilment_not_offered");
  }

  @Test
  void handsOnHowTheCustomerPaysAndWhatTheShopTakes() {
    Story story = story();
    story.news(story.shop, 2, new ShopUpdated(story.shop("open", List.of("stripe", "cash"))));

    Awaitility.await()
        .untilAsserted(
            () ->
                pay(story, Map.of("provider", "paypal"))
                    .expectProblem(422, "payment_method_not_offered"));
    String id =
        pay(story, Map.of("provider", "stripe", "paymentMethod", "pm_card_visa", "save", true))
            .expect(201)
            .text("/id");
    story.reply(story.held(id));

    var initiate = broker.awaitPublished(InitiatePayment.class, e -> e.orderId().equals(id));
    assertThat(initiate.data().options())
        .isEqualTo(
            new PaymentOptions(
                List.of("stripe", "cash"),
                new PaymentChoice("stripe", "pm_card_visa", null, true)));
    assertThat(story.buyer().get("/api/orders/" + id).expect(200).text("/links/payments"))
        .isEqualTo("/api/payments?orderId=" + id);
  }

  @Test
  void namesWhatIsWrongAboutAPayment() {
    Story story = story();
    Map<String, Map<String, Object>> wrong =
        Map.of(
            "/payment/provider", Map.of("provider", "barter"),
            "/payment/paymentMethod", Map.of("provider", "stripe"),
            "/payment/returnUrl", Map.of("provider", "paypal", "returnUrl", "javascript:alert(1)"),
            "/payment/cvv", Map.of("provider", "stripe", "paymentMethod", "pm_1", "cvv", "123"));

    wrong.forEach(
        (pointer, payment) -> assertThat(pointer(pay(story, payment))).isEqualTo(pointer));
    assertThat(
            pointer(pay(story, Map.of("provider", "stripe", "paymentMethod", "4242424242424242"))))
        .isEqualTo("/payment/paymentMethod");
  }

  private static TestResponse pay(Story story, Map<String, Object> payment) {
    return story
        .buyer()
        .post(
            "/api/orders",
            Map.of(
                "items",
                List.of(Map.of("productId", story.product, "quantity", 1)),
                "payment",
                payment));
  }

  @Test
  void placesOnceHoweverOftenTheRequestComes() {
    Story story = story();
    var body = Map.of("items", List.of(Map.of("productId", story.product, "quantity", 2)));

    var first = story.buyer().post("/api/orders", body, "Idempotency-Key", "k-1").expect(201);
    var second = story.buyer().post("/api/orders", body, "Idempotency-Key", "k-1").expect(201);

    assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    assertThat(story.buyer().get("/api/orders").expect(200).text("/totalItems")).isEqualTo("1");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    var buyer = api.as(TestTokens.customer("c1"));
    assertThat(pointer(buyer.post("/api/orders", Map.of("items", List.of())))).isEqualTo("/items");
    assertThat(pointer(buyer.post("/api/orders", "{\"items\":[{\"productId\":\"p\"}]}")))
        .isEqualTo("/items/0/quantity");
    assertThat(
            pointer(
                buyer.post("/api/orders", "{\"items\":[{\"productId\":\"p\",\"quantity\":0}]}")))
        .isEqualTo("/items/0/quantity");
    assertThat(
            pointer(
                buyer.post(
                    "/api/orders",
                    "{\"items\":[{\"productId\":\"p\",\"quantity\":1}],\"total\":1}")))
        .isEqualTo("/total");
    assertThat(
            pointer(
                buyer.post(
                    "/api/orders",
                    "{\"items\":[{\"productId\":\"p\",\"quantity\":1}],\"fulfilment\":\"x\"}")))
        .isEqualTo("/fulfilment");
    buyer.post("/api/orders", "{\"items\":[null]}").expectProblem(400, "invalid_request");
    buyer.get("/api/orders?status=sold").expectProblem(400, "invalid_request");
  }

  @Test
  void isForCustomersAndShowsEveryoneTheirOwnOnly() {
    Story story = story();
    String id = story.placed();
    String path = "/api/orders/" + id;

    api.get(path).expectProblem(401, "unauthenticated");
    api.as(TestTokens.customer("somebody")).get(path).expectProblem(404, "order_not_found");
    api.as(TestTokens.companyAdmin("other")).get(path).expectProblem(404, "order_not_found");
    api.as(TestTokens.manager(story.company, "another-shop"))
        .get(path)
        .expectProblem(404, "order_not_found");
    api.as(TestTokens.customer("somebody"))
        .post(path + "/cancel", Map.of())
        .expectProblem(404, "order_not_found");
    api.as(TestTokens.shopStaff(story.company, story.shop)).get(path).expect(200);
    story.admin().get(path).expect(200);
    api.as(TestTokens.superAdmin()).get(path).expect(200);
    story.admin().post("/api/orders", Map.of("items", List.of())).expectProblem(403, "forbidden");
    assertThat(story.admin().get("/api/orders?status=placed").expect(200).text("/items/0/id"))
        .isEqualTo(id);
  }

  private static String pointer(TestResponse response) {
    return response.expectProblem(400, "invalid_request").at("/errors/0/pointer").asString();
  }

  private Story story() {
    return new Story(api, broker).told();
  }
}
