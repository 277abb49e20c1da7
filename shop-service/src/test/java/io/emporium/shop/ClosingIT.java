package io.emporium.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.TransferApproved;
import io.emporium.events.inventory.TransferCancelled;
import io.emporium.events.inventory.TransferReceived;
import io.emporium.events.inventory.TransferShipped;
import io.emporium.events.inventory.TransferSnapshot;
import io.emporium.events.inventory.TransferSubmitted;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderNeedsAttention;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.shop.trade.Commitments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

/// When a shop may be closed, and when not yet.
@ServiceTest
class ClosingIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Commitments commitments;
  @Autowired private AmqpAdmin queues;

  private final String company = "c-" + UUID.randomUUID();
  private final List<String> warehouses = List.of("w1-" + company, "w2-" + company);
  private final String order = "o-" + UUID.randomUUID();
  private String shop;
  private Trade trade;

  @BeforeEach
  void register() {
    shop = register("Tea", warehouses);
    trade = new Trade(broker, company, shop);
  }

  @Nested
  class Orders {

    @Test
    void keepTheShopOpenUntilTheyAreCompleted() {
      trade.tell(order, 1, trade.ordered(order));
      awaitOpen("1 open order, 0 open reservations and 0 open transfers");

      trade.tell(order, 9, trade.completed(order));
      awaitClosed();
      broker.awaitPublished(ShopClosed.class, e -> e.shop().shopId().equals(shop));
    }

    @Test
    void keepItOpenNoLongerWhenTheyDie() {
      for (int i = 0; i < 3; i++) {
        trade.tell(order + i, 1, trade.ordered(order + i));
      }
      trade.tell(
          order + 1,
          2,
          new OrderNeedsAttention(order + 1, "2", "c", shop, "refunding", "no_answer_in_time"));
      awaitOpen("3 open orders");

      trade.tell(order + 0, 2, new OrderRejected(order + 0, "1", "c", shop, "no_stock"));
      trade.tell(order + 1, 3, new OrderCancelled(order + 1, "2", "c", shop, "changed_mind"));
      trade.tell(order + 2, 2, new OrderExpired(order + 2, "3", "c", shop));
      awaitClosed();
    }

    @Test
    void areCountedOnceHoweverOftenAndInWhateverOrderTheyAreToldOf() {
      String late = order + "-late";
      trade.tell(late, 9, trade.completed(late));
      trade.tell(late, 1, trade.ordered(late));
      trade.tell(order, 9, trade.completed(order));
      trade.tell(order, 1, trade.ordered(order));
      trade.tell(order, 9, trade.completed(order));
      String open = order + "-open";
      trade.tell(open, 1, trade.ordered(open));
      trade.tell(open, 1, trade.ordered(open));

      awaitOpen("1 open order, 0 open reservations and 0 open transfers");
    }

    @Test
    void ofOtherShopsAndCompaniesDoNotMatter() {
      String elsewhere = register("Elsewhere", List.of());
      Trade next = new Trade(broker, company, elsewhere);
      next.tell(order + "-next", 1, next.ordered(order + "-next"));
      trade.tellOf("foreign-" + company, order, 1, trade.ordered(order));
      trade.tell(order + "-mine", 1, trade.ordered(order + "-mine"));
      awaitOpen("1 open order,");
      awaitOpen(elsewhere, "1 open order,");

      trade.tell(order + "-mine", 9, trade.completed(order + "-mine"));
      awaitClosed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"type\":\"order.created\",\"id\":\"1\",\"data\":{}}"})
    void thatCannotBeReadAreParkedAndTheRestGoesOn(String body) {
      var _ = queues.purgeQueue("shop.parking");
      broker.deliverRaw(OrderCreated.class, body.getBytes(StandardCharsets.UTF_8), "poison");
      trade.tell(order, 1, trade.ordered(order));

      awaitOpen("1 open order");
      await().until(() -> broker.depth("shop.parking") == 1);
    }
  }

  @Nested
  class Reservations {

    @Test
    void keepTheShopOpenUntilTheirUnitsAreSoldOrFree() {
      for (int i = 0; i < 3; i++) {
        trade.tell("res-" + order + i, 1, trade.reserved(order + i));
      }
      awaitOpen("0 open orders, 3 open reservations");

      trade.tell("res-" + order + 0, 3, new StockDeducted(order + 0, List.of()));
      trade.tell("res-" + order + 1, 3, new StockReleased(order + 1, "cancelled"));
      trade.tell("res-" + order + 2, 3, new ReservationExpired(order + 2));
      awaitClosed();
    }

    @Test
    void thatEndedBeforeTheyWereHeardOfDoNotMatter() {
      trade.tell("res-" + order, 3, new StockReleased(order, "cancelled"));
      trade.tell("res-" + order, 1, trade.reserved(order));
      trade.tell("res-" + order, 3, new StockReleased(order, "cancelled"));
      trade.tell(order, 1, trade.ordered(order));

      awaitOpen("1 open order, 0 open reservations");
    }
  }

  @Nested
  class Transfers {

    @Test
    void keepTheShopOpenThatAloneSellsFromTheWarehouse() {
      String id = "t-" + order;
      String here = "w1-" + company;
      trade.tell(id, 1, new TransferSubmitted(Trade.transfer(id, "far", here, "submitted")));
      awaitOpen("1 open transfer");
      trade.tell(id, 2, new TransferApproved(Trade.transfer(id, "far", here, "approved")));
      trade.tell(id, 3, new TransferShipped(Trade.transfer(id, "far", here, "shipped")));
      trade.tell(
          id,
          4,
          new TransferReceived(Trade.transfer(id, "far", here, "partly_received"), List.of()));
      awaitOpen("1 open transfer");

      trade.tell(
          id, 5, new TransferReceived(Trade.transfer(id, "far", here, "received"), List.of()));
      awaitClosed();
    }

    @Test
    void doNotWhenAnotherOpenShopSellsFromThereToo() {
      String id = "t-" + order;
      String here = "w1-" + company;
      trade.tell(id, 1, new TransferSubmitted(Trade.transfer(id, here, "far", "submitted")));
      awaitOpen("1 open transfer");

      String other = register("Other", List.of(here));
      awaitClosed();
      awaitOpen(other, "1 open transfer");
      trade.tell(
          id, 2, new TransferCancelled(Trade.transfer(id, here, "far", "cancelled"), "no need"));
      await().untilAsserted(() -> admin().post(path(other, "/close"), null).expect(200));
    }
  }

  /// Of a shop that prefers no warehouse: which ones serve it only inventory-service knows.
  @Nested
  class TransfersOfWarehousesThatSayWhomTheyServe {

    private final String id = "t-" + order;
    private String plain;

    @BeforeEach
    void registerWithoutPreference() {
      plain = register("Plain", List.of());
    }

    @Test
    void keepTheOnlyShopOpenThatOneEndServes() {
      submit(List.of(), List.of(plain));
      awaitOpen(plain, "1 open transfer");

      trade.tell(
          id, 2, new TransferCancelled(transfer("cancelled", List.of(), List.of(plain)), ""));
      awaitClosed(plain);
    }

    @Test
    void keepTheLastOfSeveralOpenThatOneEndServes() {
      submit(List.of(plain, shop), List.of());
      // The other one may close: this one can take the goods.
      awaitKept();
      awaitClosed(shop);

      awaitOpen(plain, "1 open transfer");
    }

    @Test
    void doNotWhenBothEndsServeAllShops() {
      submit(List.of(), List.of());
      awaitKept();

      awaitClosed(plain);
    }

    private void submit(List<String> from, List<String> to) {
      trade.tell(id, 1, new TransferSubmitted(transfer("submitted", from, to)));
    }

    private TransferSnapshot transfer(String status, List<String> from, List<String> to) {
      return new TransferSnapshot(id, "T-1", "far", "near", from, to, status, List.of());
    }

    // Whoever is asked about the warehouses themselves answers for all shops.
    private void awaitKept() {
      await()
          .untilAsserted(
              () ->
                  assertThat(commitments.of(company, plain, List.of("far"), List.of()).transfers())
                      .isEqualTo(1));
    }
  }

  @Nested
  class Pausing {

    @Test
    void endsNewOrdersAtOnceAndLetsTheShopBeClosedLater() {
      trade.tell(order, 1, trade.ordered(order));
      awaitOpen("1 open order");

      assertThat(admin().post(path(shop, "/pause"), null).expect(200).text("/status"))
          .isEqualTo("paused");
      broker.awaitPublished(
          ShopUpdated.class,
          e -> e.shop().shopId().equals(shop) && e.shop().status().equals("paused"));
      await().untilAsserted(() -> api.get(path(shop, "")).expectProblem(404, "shop_not_found"));
      trade.tell(order, 9, trade.completed(order));
      awaitClosed();
      admin().post(path(shop, "/pause"), null).expectProblem(409, "shop_closed");
      assertThat(admin().post(path(shop, "/open"), null).expect(200).text("/status"))
          .isEqualTo("open");
    }
  }

  private void awaitOpen(String inWords) {
    awaitOpen(shop, inWords);
  }

  // To try and see would be to close it.
  private void awaitOpen(String shopId, String inWords) {
    await()
        .untilAsserted(
            () ->
                assertThat(commitments.of(company, shopId, warehouses, List.of()).inWords())
                    .contains(inWords));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        admin()
                            .post(path(shopId, "/close"), null)
                            .expectProblem(409, "shop_has_open_trade")
                            .path("detail")
                            .asString())
                    .contains(inWords));
  }

  private void awaitClosed() {
    awaitClosed(shop);
  }

  private void awaitClosed(String shopId) {
    await().untilAsserted(() -> admin().post(path(shopId, "/close"), null).expect(200));
  }

  private String register(String name, List<String> warehouses) {
    return admin()
        .post("/api/shops", Map.of("name", name, "warehousePriority", warehouses))
        .expect(201)
        .text("/id");
  }

  private static String path(String shopId, String rest) {
    return "/api/shops/" + shopId + rest;
  }

  private TestApi admin() {
    return api.as(TestTokens.companyAdmin(company));
  }
}
