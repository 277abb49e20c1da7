package io.emporium.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.catalog.ProductCreated;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductPriceChanged;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.shop.ShopCreated;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CatalogIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  private Shelf shelf;

  @BeforeEach
  void openShop() {
    shelf = new Shelf(api, broker).openShop();
  }

  @Nested
  class Create {

    // The shop's event is not awaited anywhere: the request waits for it.
    @Test
    void makesADraftThatOnlyTheShopSees() {
      var created =
          shelf.admin().post("/api/products", shelf.product("Green Tea", "T-1", 900)).expect(201);

      String id = created.text("/id");
      assertThat(created.header("Location")).isEqualTo("/api/products/" + id);
      assertThat(created.text("/status")).isEqualTo("draft");
      assertThat(created.text("/slug")).isEqualTo("green-tea");
      assertThat(created.text("/companyId")).isEqualTo(shelf.company);
      assertThat(created.text("/variants/0/sku")).isEqualTo("T-1");
      assertThat(created.text("/variants/0/taxClass")).isEqualTo("standard");
      assertThat(created.text("/variants/0/availability")).isEqualTo("out");
      var event = broker.awaitPublished(ProductCreated.class, e -> is(e.product(), id));
      assertThat(event.companyid()).isEqualTo(shelf.company);
      assertThat(event.shopid()).isEqualTo(shelf.shop);
      api.get("/api/products/" + id).expectProblem(404, "product_not_found");
      api.as(TestTokens.customer("c"))
          .get("/api/products/" + id)
          .expectProblem(404, "product_not_found");
      api.as(TestTokens.companyAdmin("other"))
          .get("/api/products/" + id)
          .expectProblem(404, "product_not_found");
      assertThat(shelf.found("")).isEmpty();
      assertThat(shelf.admin().get("/api/products/mine?status=draft").text("/totalItems"))
          .isEqualTo("1");
    }

    @Test
    void isForPeopleOfTheShopOnly() {
      var body = shelf.product("Tea", "T-1", 900);

      api.post("/api/products", body).expectProblem(401, "unauthenticated");
      api.as(TestTokens.customer("c")).post("/api/products", body).expectProblem(403, "forbidden");
      api.as(TestTokens.shopStaff(shelf.company, shelf.shop))
          .post("/api/products", body)
          .expectProblem(403, "forbidden");
      api.as(TestTokens.manager(shelf.company, "another shop"))
          .post("/api/products", body)
          .expectProblem(422, "unknown_shop");
      api.as(TestTokens.companyAdmin("other"))
          .post("/api/products", body)
          .expectProblem(422, "unknown_shop");
      api.as(TestTokens.manager(shelf.company, shelf.shop)).post("/api/products", body).expect(201);
    }

    @Test
    void refusesAnUnknownShop() {
      var body =
          Map.of("shopId", "nowhere", "name", "A", "variants", List.of(Shelf.variant("A", 1)));

      shelf.admin().post("/api/products", body).expectProblem(422, "unknown_shop");
    }

    @Test
    void keepsSkusApartInACompanyAndSlugsInAShop() {
      String first = shelf.draft("Tea", "T-1", 900);
      shelf
          .admin()
          .post("/api/products", shelf.product("Other", "T-1", 900))
          .expectProblem(409, "sku_taken");
      var twin = shelf.admin().post("/api/products", shelf.product("Tea", "T-2", 900)).expect(201);
      assertThat(twin.text("/slug")).startsWith("tea-");
      shelf
          .admin()
          .post(
              "/api/products",
              Map.of(
                  "shopId",
                  shelf.shop,
                  "name",
                  "A",
                  "slug",
                  "tea",
                  "variants",
                  List.of(Shelf.variant("T-3", 1))))
          .expectProblem(409, "slug_taken");
      shelf
          .admin()
          .patch(
              "/api/products/" + twin.text("/id"),
              Map.of("variants", List.of(Shelf.variant("T-1", 1))))
          .expectProblem(409, "sku_taken");

      shelf.admin().delete("/api/products/" + first).expect(204);
      assertThat(shelf.draft("Tea", "T-1", 900)).isNotEqualTo(first);
      var elsewhere = new Shelf(api, broker).openShop();
      elsewhere.draft("Tea", "T-1", 900);
    }

    @Test
    void namesWhatIsWrong() {
      var twice =
          Map.of(
              "shopId",
              shelf.shop,
              "name",
              "A",
              "variants",
              List.of(Shelf.variant("A", 1), Shelf.variant("A", 2)));
      assertThat(
              shelf
                  .admin()
                  .post("/api/products", twice)
                  .expectProblem(400, "invalid_request")
                  .at("/errors/0/pointer")
                  .asString())
          .isEqualTo("/variants/1/sku");
      var negative = shelf.admin().post("/api/products", shelf.product("A", "A", -1));
      assertThat(negative.expectProblem(400, "invalid_request").at("/errors/0/pointer").asString())
          .isEqualTo("/variants/0/price/amount");
      var noCurrency =
          Map.of(
              "shopId",
              shelf.shop,
              "name",
              "A",
              "variants",
              List.of(Map.of("sku", "A", "price", Map.of("amount", 1))));
      assertThat(shelf.admin().post("/api/products", noCurrency).status()).isEqualTo(400);
      shelf
          .admin()
          .post(
              "/api/products",
              Map.of(
                  "shopId",
                  shelf.shop,
                  "name",
                  "A",
                  "categoryId",
                  "none",
                  "variants",
                  List.of(Shelf.variant("A", 1))))
          .expectProblem(422, "unknown_category");
    }

    @Test
    void insistsOnTheCurrencyOfTheCompany() {
      shelf.charge("EUR", 2);

      shelf
          .admin()
          .post("/api/products", shelf.product("Tea", "T-1", 900))
          .expectProblem(422, "wrong_currency");
    }

    @Test
    void waitsForNewsOfTheCompanyRatherThanGuessItsCurrency() {
      Shelf unheardOf = new Shelf(api, broker);
      broker.deliver(
          TestBroker.envelope(
              unheardOf.shop, unheardOf.company, 1, new ShopCreated(unheardOf.shop("open"))));

      unheardOf
          .admin()
          .post("/api/products", unheardOf.product("A", "A-1", 1))
          .expectProblem(503, "company_not_known_yet");
    }

    @Test
    void publishesNothingInAnotherCurrencyThanTheCompanys() {
      String draft = shelf.draft("Tea", "T-1", 900);
      shelf.charge("EUR", 2);
      shelf
          .admin()
          .post("/api/products/" + draft + "/publish", null)
          .expectProblem(422, "wrong_currency");
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
      var body = shelf.product("Once", "O-1", 1);
      var first = shelf.admin().post("/api/products", body, "Idempotency-Key", "k").expect(201);
      var again = shelf.admin().post("/api/products", body, "Idempotency-Key", "k").expect(201);

      assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    }
  }

  @Nested
  class Change {

    @Test
    void publishesForEverybodyAndTakesBack() {
      String id = shelf.sell("Green Tea", "T-1", 900);

      broker.awaitPublished(ProductPublished.class, e -> is(e.product(), id));
      var seen = api.get("/api/products/" + id).expect(200);
      assertThat(seen.text("/name")).isEqualTo("Green Tea");
      assertThat(seen.text("/price/amount")).isEqualTo("900");
      assertThat(shelf.found("")).containsExactly(id);

      shelf.admin().post("/api/products/" + id + "/unpublish", null).expect(200);
      assertThat(shelf.found("")).isEmpty();
      api.get("/api/products/" + id).expectProblem(404, "product_not_found");
      shelf.admin().get("/api/products/" + id).expect(200);
    }

    @Test
    void announcesAnotherPriceAndShowsItAtOnce() {
      String id = shelf.sell("Tea", "T-1", 900);

      shelf.reprice(id, "T-1", 1_100);

      assertThat(api.get("/api/products/" + id).text("/price/amount")).isEqualTo("1100");
      var event = broker.awaitPublished(ProductPriceChanged.class, e -> is(e.product(), id));
      assertThat(event.data().product().variants().getFirst().price().amount()).isEqualTo(1_100);
    }

    @Test
    void deletesForGood() {
      String id = shelf.sell("Tea", "T-1", 900);

      shelf.admin().delete("/api/products/" + id).expect(204);

      broker.awaitPublished(ProductDeleted.class, e -> is(e.product(), id));
      shelf.admin().get("/api/products/" + id).expectProblem(404, "product_not_found");
      shelf.admin().delete("/api/products/" + id).expectProblem(404, "product_not_found");
      shelf
          .admin()
          .post("/api/products/" + id + "/publish", null)
          .expectProblem(404, "product_not_found");
      assertThat(shelf.found("")).isEmpty();
      assertThat(shelf.admin().get("/api/products/mine").text("/totalItems")).isEqualTo("0");
    }

    @Test
    void refusesForeignersAndLostUpdates() {
      String id = shelf.sell("Tea", "T-1", 900);

      api.as(TestTokens.companyAdmin("other"))
          .patch("/api/products/" + id, Map.of("name", "Mine"))
          .expectProblem(404, "product_not_found");
      api.as(TestTokens.manager(shelf.company, "another shop"))
          .post("/api/products/" + id + "/unpublish", null)
          .expectProblem(404, "product_not_found");
      shelf
          .admin()
          .patch("/api/products/" + id, Map.of("name", "A"), "If-Match", "\"2\"")
          .expect(200);
      shelf
          .admin()
          .patch("/api/products/" + id, Map.of("name", "B"), "If-Match", "\"2\"")
          .expectProblem(412, "stale_version");
    }

    @Test
    void neitherPublishesNorDeletesWhatHasChangedSinceItWasRead() {
      String id = shelf.draft("Tea", "T-1", 900);
      String path = "/api/products/" + id;
      shelf.admin().patch(path, Map.of("name", "Black Tea")).expect(200);

      shelf
          .admin()
          .post(path + "/publish", null, "If-Match", "\"1\"")
          .expectProblem(412, "stale_version");
      var published = shelf.admin().post(path + "/publish", null, "If-Match", "\"2\"").expect(200);
      assertThat(published.header("ETag")).isEqualTo("\"3\"");
      shelf
          .admin()
          .post(path + "/unpublish", null, "If-Match", "\"2\"")
          .expectProblem(412, "stale_version");
      shelf.admin().delete(path, "If-Match", "\"2\"").expectProblem(412, "stale_version");
      assertThat(shelf.found("")).containsExactly(id);
      shelf.admin().delete(path, "If-Match", "\"3\"").expect(204);
      assertThat(shelf.found("")).isEmpty();
    }
  }

  @Nested
  class Categories {

    @Test
    void formATreeThatFiltersWithAllBelow() {
      String teas =
          shelf.admin().post("/api/categories", Map.of("name", "Teas")).expect(201).text("/id");
      String green =
          shelf
              .admin()
              .post("/api/categories", Map.of("name", "Green", "parentId", teas))
              .expect(201)
              .text("/id");
      shelf
          .admin()
          .post("/api/categories", Map.of("name", "Teas"))
          .expectProblem(409, "slug_taken");
      String id =
          shelf
              .admin()
              .post(
                  "/api/products",
                  Map.of(
                      "shopId",
                      shelf.shop,
                      "name",
                      "Sencha",
                      "categoryId",
                      green,
                      "variants",
                      List.of(Shelf.variant("S", 1))))
              .expect(201)
              .text("/id");
      shelf.admin().post("/api/products/" + id + "/publish", null).expect(200);

      assertThat(shelf.found("&category=" + green)).containsExactly(id);
      assertThat(shelf.found("&category=" + teas)).containsExactly(id);
      assertThat(shelf.found("&category=other")).isEmpty();
      assertThat(
              api.get("/api/categories?company=" + shelf.company + "&parent=" + teas)
                  .expect(200)
                  .text("/items/0/id"))
          .isEqualTo(green);
      api.as(TestTokens.companyAdmin("other"))
          .post("/api/categories", Map.of("name", "X", "parentId", teas))
          .expectProblem(422, "unknown_category");
    }
  }

  private static boolean is(io.emporium.events.catalog.ProductSnapshot product, String id) {
    return product.productId().equals(id);
  }
}
