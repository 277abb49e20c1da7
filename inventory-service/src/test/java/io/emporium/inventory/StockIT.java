package io.emporium.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class StockIT {

  private static final String PATH = "/api/inventory/v1";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  private Stockroom room;

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
  }

  @Nested
  class Warehouses {

    @Test
    void areOpenedListedAndDescribed() {
      String id = room.warehouse("Main");

      assertThat(room.manager().get(PATH + "/warehouses").expect(200).text("/items/0/id"))
          .isEqualTo(id);
      room.admin()
          .patch(PATH + "/warehouses/" + id, Map.of("name", "North"), "If-Match", "\"1\"")
          .expect(200);
      room.admin()
          .patch(PATH + "/warehouses/" + id, Map.of("name", "South"), "If-Match", "\"1\"")
          .expectProblem(412, "stale_version");
      room.admin()
          .post(PATH + "/warehouses", Map.of("name", "Main"))
          .expectProblem(409, "warehouse_code_taken");
    }

    @Test
    void ofOtherCompaniesAndOtherShopsDoNotExist() {
      String id = room.warehouse("Main");
      Stockroom other = Stockroom.of(api);
      other.admin().get(PATH + "/warehouses/" + id).expectProblem(404, "warehouse_not_found");

      var forAnotherShop = Map.of("name", "Theirs", "shopIds", List.of("shop-2"));
      String theirs =
          room.admin().post(PATH + "/warehouses", forAnotherShop).expect(201).text("/id");
      room.manager()
          .post(PATH + "/receipts", receipt(theirs, "TEA", 1))
          .expectProblem(404, "warehouse_not_found");
    }
  }

  @Nested
  class Receiving {

    @Test
    void raisesOnHandAndStandsInTheLedger() {
      String warehouse = room.warehouse("Main");

      var created =
          room.manager().post(PATH + "/receipts", receipt(warehouse, "TEA", 12)).expect(201);

      assertThat(created.json().at("/lines/0/onHand").asInt()).isEqualTo(12);
      room.manager().get(created.header("Location")).expect(200);
      assertThat(room.figures(warehouse, "TEA")).containsExactly(12L, 0L, 12L);
      var event = broker.awaitPublished(StockChanged.class, e -> isAt(e, warehouse));
      assertThat(event.data())
          .isEqualTo(
              new StockChanged(
                  "TEA", warehouse, 12, 0, 12, 12, "receipt", created.text("/id"), null));
      awaitMovements("TEA", 1);
      assertThat(room.invariants().at("/clean").asBoolean()).isTrue();
    }

    @Test
    void isDoneOncePerIdempotencyKey() {
      String warehouse = room.warehouse("Main");
      for (int n = 0; n < 3; n++) {
        room.manager()
            .post(PATH + "/receipts", receipt(warehouse, "TEA", 5), "Idempotency-Key", warehouse)
            .expect(201);
      }
      assertThat(room.figures(warehouse, "TEA")).containsExactly(5L, 0L, 5L);
    }

    @Test
    void namesTheFieldThatIsWrong() {
      String warehouse = room.warehouse("Main");
      var problem =
          room.manager()
              .post(PATH + "/receipts", receipt(warehouse, "TEA", 0))
              .expectProblem(400, "invalid_request");
      assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/quantity");
      room.manager()
          .post(PATH + "/receipts", receipt("nowhere", "TEA", 1))
          .expectProblem(404, "warehouse_not_found");
    }
  }

  @Nested
  class Adjusting {

    @Test
    void needsAReasonAndNeverGoesBelowZero() {
      String warehouse = room.warehouse("Main");
      room.receive(warehouse, "TEA", 4);

      adjust(warehouse, "TEA", -1, "broken").expect(201);
      assertThat(room.figures(warehouse, "TEA")).containsExactly(3L, 0L, 3L);
      adjust(warehouse, "TEA", -4, "stolen").expectProblem(409, "insufficient_stock");
      adjust(warehouse, "TEA", -1, " ").expectProblem(400, "invalid_request");
      adjust(warehouse, "TEA", 0, "none").expectProblem(400, "invalid_request");
      adjust(warehouse, "COFFEE", -1, "lost").expectProblem(422, "sku_not_stocked");

      awaitMovements("TEA", 2);
      var newest = room.manager().get(PATH + "/movements?sku=TEA").expect(200);
      assertThat(newest.text("/items/0/reason")).isEqualTo("broken");
      var older =
          room.manager().get(PATH + "/movements?sku=TEA&after=" + newest.text("/items/0/id"));
      assertThat(older.expect(200).text("/items/0/kind")).isEqualTo("receipt");
    }

    @Test
    void ofStaffIsDenied() {
      String warehouse = room.warehouse("Main");
      var body = Map.of("warehouseId", warehouse, "sku", "TEA", "delta", 1, "reason", "found");
      api.as(TestTokens.shopStaff(room.companyId(), Stockroom.SHOP))
          .post(PATH + "/adjustments", body)
          .expectProblem(403, "forbidden");
      api.post(PATH + "/adjustments", body).expectProblem(401, "unauthenticated");
    }

    @Test
    void belowTheThresholdAlarmsOnce() {
      String warehouse = room.warehouse("Main");
      room.receive(warehouse, "TEA", 8);
      var threshold = Map.of("warehouseId", warehouse, "sku", "TEA", "threshold", 3);
      room.manager().put(PATH + "/thresholds", threshold).expect(200);

      adjust(warehouse, "TEA", -5, "broken").expect(201);
      adjust(warehouse, "TEA", -1, "broken").expect(201);

      broker.awaitPublished(StockChanged.class, e -> isAt(e, warehouse) && e.onHand() == 2);
      assertThat(broker.published(StockLow.class, e -> e.warehouseId().equals(warehouse)))
          .hasSize(1);
      var alert =
          broker.awaitPublished(
              CriticalAlert.class, e -> warehouse.equals(e.variables().get("warehouseId")));
      assertThat(alert.data().title()).isEqualTo("Low stock: TEA");
      assertThat(alert.data().message())
          .isEqualTo("Only 3 of TEA are left to sell in Main (threshold 3).");
      assertThat(alert.companyid()).isEqualTo(room.companyId());
    }
  }

  @Nested
  class Thresholds {

    @Test
    void areSetOverTheVersionThatWasSeen() {
      String warehouse = room.warehouse("Main");
      room.receive(warehouse, "TEA", 8);

      String seen = threshold(warehouse, "TEA", 3).expect(200).header("ETag");
      threshold(warehouse, "TEA", 4, "If-Match", seen).expect(200);
      threshold(warehouse, "TEA", 5, "If-Match", seen).expectProblem(412, "stale_version");
      threshold(warehouse, "TEA", 5, "If-Match", "?").expectProblem(400, "invalid_request");

      var item = room.manager().get(PATH + "/products?sku=TEA").expect(200).json();
      assertThat(item.at("/items/0/threshold").asInt()).isEqualTo(4);
    }

    @Test
    void openNoItemForWhoClaimsToHaveSeenOne() {
      String warehouse = room.warehouse("Main");

      threshold(warehouse, "TEA", 3, "If-Match", "\"1\"").expectProblem(412, "stale_version");

      var found = room.manager().get(PATH + "/products?sku=TEA").expect(200).json();
      assertThat(found.at("/totalItems").asInt()).isZero();
      threshold(warehouse, "TEA", 3).expect(200);
    }

    private TestResponse threshold(String warehouse, String sku, long units, String... headers) {
      var body = Map.of("warehouseId", warehouse, "sku", sku, "threshold", units);
      return room.manager().put(PATH + "/thresholds", body, headers);
    }
  }

  @Nested
  class Looking {

    @Test
    void thePublicLearnsAvailabilityAndNothingElse() {
      String warehouse = room.warehouse("Main");
      String sku = "SKU-" + room.companyId();
      room.receive(warehouse, sku, 3);
      String product = "product-" + room.companyId();
      broker.deliver(room.companyId(), new ProductPublished(product(product, sku)));
      await().until(() -> hints("?sku=" + sku), shown -> shown == 1);

      for (TestApi somebody : List.of(api.anonymous(), api.as(TestTokens.customer("u1")))) {
        var item = somebody.get(PATH + "/products?sku=" + sku).expect(200).json().at("/items/0");
        assertThat(item.propertyNames())
            .containsExactlyInAnyOrder("sku", "warehouseId", "availability");
        assertThat(item.get("availability").asString()).isEqualTo("low");
      }
    }

    @Test
    void isFilteredByStatusAndPaged() {
      String warehouse = room.warehouse("Main");
      room.receive(warehouse, "MANY", 100);
      room.receive(warehouse, "FEW", 2);

      var low = room.manager().get(PATH + "/products?status=low").expect(200).json();
      assertThat(low.at("/totalItems").asInt()).isEqualTo(1);
      assertThat(low.at("/items/0/sku").asString()).isEqualTo("FEW");
      var second = room.manager().get(PATH + "/products?sort=sku,asc&size=1&page=1").json();
      assertThat(second.at("/items/0/sku").asString()).isEqualTo("MANY");
      room.manager().get(PATH + "/products?status=odd").expectProblem(400, "invalid_request");
      assertThat(
              Stockroom.of(api).manager().get(PATH + "/products").json().at("/totalItems").asInt())
          .isZero();
    }

    @Test
    void isFilteredByProductShopAndTime() {
      String warehouse = room.warehouse("Main");
      var forAnother = Map.of("name", "Theirs", "shopIds", List.of("shop-2"));
      String theirs = room.admin().post(PATH + "/warehouses", forAnother).expect(201).text("/id");
      room.receive(warehouse, "TEA", 5);
      room.receive(warehouse, "CUP", 5);
      room.admin().post(PATH + "/receipts", receipt(theirs, "TEA", 5)).expect(201);
      String product = "product-" + room.companyId();
      broker.deliver(room.companyId(), new ProductPublished(product(product, "TEA")));
      String shop = "shop-of-" + room.companyId();
      broker.deliver(room.companyId(), new ShopCreated(shop(shop)));

      await()
          .untilAsserted(
              () -> {
                assertThat(found("?productId=" + product)).isEqualTo(2);
                assertThat(found("?shop=" + shop)).isEqualTo(2);
              });
      assertThat(found("?productId=" + product + "&shop=" + shop)).isEqualTo(1);
      assertThat(found("?productId=unknown")).isZero();
      assertThat(found("?shop=unknown")).isZero();
      var item = room.manager().get(PATH + "/products?sku=TEA&warehouse=" + warehouse).json();
      assertThat(item.at("/items/0/productId").asString()).isEqualTo(product);
      String changed = item.at("/items/0/updatedAt").asString();
      assertThat(found("?sku=TEA&warehouse=" + warehouse + "&updatedSince=" + changed))
          .isEqualTo(1);
      assertThat(found("?updatedSince=2999-01-01T00:00:00Z")).isZero();
      room.manager()
          .get(PATH + "/products?updatedSince=yesterday")
          .expectProblem(400, "invalid_request");
      assertThat(
              Stockroom.of(api)
                  .manager()
                  .get(PATH + "/products?productId=" + product)
                  .json()
                  .at("/totalItems")
                  .asInt())
          .isZero();
      await().until(() -> hints("?productId=" + product), shown -> shown == 2);
    }

    private int hints(String query) {
      return api.anonymous()
          .get(PATH + "/products" + query)
          .expect(200)
          .json()
          .at("/totalItems")
          .asInt();
    }

    private int found(String query) {
      return room.manager()
          .get(PATH + "/products" + query)
          .expect(200)
          .json()
          .at("/totalItems")
          .asInt();
    }

    @Test
    void theThresholdComesFromTheCompany() {
      String warehouse = room.warehouse("Main");
      broker.deliver(room.companyId(), new CompanyCreated(company(room.companyId(), 42)));
      await()
          .untilAsserted(
              () -> {
                String sku = Stockroom.order();
                room.receive(warehouse, sku, 1);
                var item = room.manager().get(PATH + "/products?sku=" + sku).json();
                assertThat(item.at("/items/0/threshold").asInt()).isEqualTo(42);
              });
    }
  }

  @Nested
  class Checking {

    @Test
    void aSuperAdminMayAskForOneCompanyAndOthersForTheirOwnOnly() {
      String warehouse = room.warehouse("Main");
      room.receive(warehouse, "TEA", 5);
      room.receive(warehouse, "CUP", 5);
      String mine = PATH + "/invariants?companyId=" + room.companyId();

      TestApi superAdmin = api.as(TestTokens.superAdmin());
      assertThat(superAdmin.get(mine).expect(200).json().at("/items").asInt()).isEqualTo(2);
      assertThat(superAdmin.get(PATH + "/invariants").expect(200).json().at("/items").asInt())
          .isGreaterThanOrEqualTo(2);
      room.admin().get(mine).expect(200);
      Stockroom.of(api).admin().get(mine).expectProblem(404, "company_not_found");
      room.manager().get(mine).expectProblem(403, "forbidden");
    }

    @Test
    void repairRunTwiceChangesNothing() {
      String warehouse = room.warehouse("Main");
      room.receive(warehouse, "TEA", 5);
      awaitMovements("TEA", 1);
      for (int n = 0; n < 2; n++) {
        var report = room.admin().post(PATH + "/repair", null).expect(200).json();
        assertThat(report.at("/repaired").size() + report.at("/unresolved").size()).isZero();
      }
      assertThat(room.figures(warehouse, "TEA")).containsExactly(5L, 0L, 5L);
    }
  }

  private TestResponse adjust(String warehouse, String sku, long delta, String reason) {
    return room.manager()
        .post(
            PATH + "/adjustments",
            Map.of("warehouseId", warehouse, "sku", sku, "delta", delta, "reason", reason));
  }

  private void awaitMovements(String sku, int many) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        room.manager()
                            .get(PATH + "/movements?sku=" + sku)
                            .json()
                            .at("/totalItems")
                            .asInt())
                    .isEqualTo(many));
  }

  private static boolean isAt(StockChanged change, String warehouse) {
    return change.warehouseId().equals(warehouse);
  }

  private static Map<String, Object> receipt(String warehouse, String sku, int quantity) {
    return Map.of(
        "warehouseId", warehouse, "lines", List.of(Map.of("sku", sku, "quantity", quantity)));
  }

  private ProductSnapshot product(String id, String sku) {
    var variant =
        new VariantSnapshot(
            sku, null, Map.of(), Money.of(100, "USD"), null, "standard", null, null);
    return new ProductSnapshot(
        id, room.companyId(), "s", "Tea", "tea", null, null, "published", List.of(variant));
  }

  private ShopSnapshot shop(String id) {
    return new ShopSnapshot(
        id,
        room.companyId(),
        "Shop",
        "shop",
        "open",
        ZoneId.of("UTC"),
        List.of(),
        List.of(),
        List.of());
  }

  private static CompanySnapshot company(String id, long threshold) {
    return SampleCompany.of(id).lowAt(threshold).snapshot();
  }
}
