package io.emporium.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.TransferCancelled;
import io.emporium.events.inventory.TransferReceived;
import io.emporium.events.inventory.TransferShipped;
import io.emporium.events.inventory.TransferSubmitted;
import io.emporium.inventory.Stockroom;
import io.emporium.inventory.replica.CompanyReplica;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Transfers as the people of two warehouses see them.
@ServiceTest
class TransferIT {

  private static final String PATH = "/api/inventory/v1/transfers";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private SharedStore<CompanyReplica> companies;

  private Stockroom room;
  private String north;
  private String south;

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
    north = room.warehouse("North");
    south = room.warehouse("South");
    room.receive(north, "TEA", 10);
  }

  @Test
  void goesFromDraftToReceivedInTwoParts() {
    String id = drafted(room.manager(), Map.of("TEA", 6));
    act(room.manager(), id, "submit").expect(200);
    assertThat(act(room.admin(), id, "approve").expect(200).text("/status")).isEqualTo("approved");
    assertThat(figures(north)).containsExactly(10L, 0L, 10L, 0L);

    var shipped = act(room.manager(), id, "ship").expect(200);

    assertThat(shipped.text("/status")).isEqualTo("shipped");
    assertThat(shipped.text("/number")).isEqualTo("T-000001");
    assertThat(figures(north)).containsExactly(4L, 0L, 4L, 0L);
    assertThat(figures(south)).containsExactly(0L, 0L, 0L, 6L);
    var event =
        broker.awaitPublished(TransferShipped.class, e -> e.transfer().transferId().equals(id));
    assertThat(event.data().transfer().status()).isEqualTo("shipped");
    assertThat(event.companyid()).isEqualTo(room.companyId());

    assertThat(receive(id, 2, 0, false, null).expect(200).text("/status"))
        .isEqualTo("partly_received");
    assertThat(figures(south)).containsExactly(2L, 0L, 2L, 4L);
    assertThat(receive(id, 4, 0, false, null).expect(200).text("/status")).isEqualTo("received");
    assertThat(figures(south)).containsExactly(6L, 0L, 6L, 0L);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        broker.published(
                            TransferReceived.class, e -> e.transfer().transferId().equals(id)))
                    .hasSize(2));
    awaitClean();
    assertThat(movements(id))
        .containsExactlyInAnyOrder("transfer_out", "transfer_in", "transfer_in");
  }

  @Test
  void itsNewsSayWhichShopsTheWarehousesServe() {
    var forOneShop = Map.of("name", "Theirs", "shopIds", List.of("shop-2"));
    String theirs =
        room.admin().post("/api/inventory/v1/warehouses", forOneShop).expect(201).text("/id");
    var plan =
        Map.of(
            "fromWarehouseId",
            north,
            "toWarehouseId",
            theirs,
            "lines",
            List.of(Map.of("sku", "TEA", "quantity", 1)));
    String id = room.admin().post(PATH, plan).expect(201).text("/id");

    act(room.admin(), id, "submit").expect(200);

    var submitted =
        broker.awaitPublished(TransferSubmitted.class, e -> e.transfer().transferId().equals(id));
    assertThat(submitted.data().transfer().fromShopIds()).isEmpty();
    assertThat(submitted.data().transfer().toShopIds()).containsExactly("shop-2");
  }

  @Test
  void whatDiffersIsRecordedWithItsReasonAndClosesIt() {
    String id = shipped(6);

    receive(id, 3, 2, true, null).expectProblem(422, "difference_needs_reason");
    var received = receive(id, 3, 2, true, "dropped").expect(200);

    assertThat(received.text("/status")).isEqualTo("received");
    assertThat(received.json().at("/lines/0/missing").asInt()).isEqualTo(1);
    assertThat(figures(south)).containsExactly(3L, 0L, 3L, 0L);
    awaitClean();
    await().untilAsserted(() -> assertThat(movements(id)).hasSize(4));
    JsonNode ledger =
        room.manager().get("/api/inventory/v1/movements?reference=" + id).expect(200).json();
    assertThat(ledger.at("/items").findValuesAsString("reason"))
        .contains("damaged: dropped", "missing: dropped");
  }

  @Test
  void whatIsTooMuchIsBookedToo() {
    String id = shipped(2);
    receive(id, 3, 0, false, "one extra").expect(200);
    assertThat(figures(south)).containsExactly(3L, 0L, 3L, 0L);
    awaitClean();
  }

  @Test
  void cancelledOnItsWayTheGoodsReturn() {
    String id = shipped(6);
    receive(id, 1, 0, false, null).expect(200);

    var cancelled = post(room.admin(), id, "cancel", Map.of("reason", "flood")).expect(200);

    assertThat(cancelled.text("/status")).isEqualTo("cancelled");
    assertThat(cancelled.json().at("/lines/0/returned").asInt()).isEqualTo(5);
    assertThat(figures(north)).containsExactly(9L, 0L, 9L, 0L);
    assertThat(figures(south)).containsExactly(1L, 0L, 1L, 0L);
    broker.awaitPublished(TransferCancelled.class, e -> e.transfer().transferId().equals(id));
    awaitClean();
  }

  @Test
  void whatIsNotThereIsNotShippedAndNothingIsTaken() {
    room.receive(north, "CUP", 1);
    String id = approved(Map.of("TEA", 6, "CUP", 2));

    var problem = act(room.manager(), id, "ship").expectProblem(409, "insufficient_stock");

    assertThat(problem.at("/detail").asString()).contains("1 of 2 CUP");
    assertThat(room.manager().get(PATH + "/" + id).text("/status")).isEqualTo("approved");
    assertThat(figures(north)).containsExactly(10L, 0L, 10L, 0L);
    awaitClean();
  }

  @Test
  void whoAskedNeverApprovesUnlessTheCompanyWantsNoApproval() {
    String id = drafted(room.admin(), Map.of("TEA", 1));
    act(room.admin(), id, "submit").expect(200);
    act(room.admin(), id, "approve").expectProblem(403, "own_transfer");
    post(room.admin(), id, "reject", Map.of("reason", "no")).expectProblem(403, "own_transfer");
    assertThat(post(room.manager(), id, "reject", Map.of("reason", "no")).text("/status"))
        .isEqualTo("rejected");

    broker.deliver(room.companyId(), new CompanyCreated(withoutApproval(room.companyId())));
    await().until(() -> companies.find(room.companyId()).isPresent());
    String free = drafted(room.admin(), Map.of("TEA", 1));
    assertThat(act(room.admin(), free, "submit").expect(200).text("/status")).isEqualTo("approved");
  }

  @Test
  void aDraftIsEditedUnderItsVersionAndNothingElseIs() {
    String id = drafted(room.manager(), Map.of("TEA", 1));
    var edited =
        room.manager()
            .patch(PATH + "/" + id, Map.of("note", "soon"), "If-Match", "\"1\"")
            .expect(200);
    assertThat(edited.header("ETag")).isEqualTo("\"2\"");
    room.manager()
        .patch(PATH + "/" + id, Map.of("note", "later"), "If-Match", "\"1\"")
        .expectProblem(412, "stale_version");
    room.manager()
        .patch(PATH + "/" + id, Map.of("toWarehouseId", north))
        .expectProblem(400, "invalid_request");
    act(room.manager(), id, "submit").expect(200);
    room.manager()
        .patch(PATH + "/" + id, Map.of("note", "later"))
        .expectProblem(409, "transfer_not_editable");
  }

  @Test
  void theSameDeliverySentAgainUnderItsKeyIsBookedOnce() {
    String id = shipped(6);
    for (int n = 0; n < 3; n++) {
      room.manager()
          .post(
              PATH + "/" + id + "/receive",
              Map.of("lines", List.of(Map.of("sku", "TEA", "quantity", 2))),
              "Idempotency-Key",
              "delivery-1-" + id)
          .expect(200);
    }
    assertThat(figures(south)).containsExactly(2L, 0L, 2L, 4L);
  }

  @Test
  void badInputNamesTheField() {
    for (Map<String, Object> wrong :
        List.of(
            Map.<String, Object>of("fromWarehouseId", north, "toWarehouseId", south),
            transfer(Map.of("TEA", 0)),
            transfer(Map.of("", 1)))) {
      room.manager().post(PATH, wrong).expectProblem(400, "invalid_request");
    }
    room.manager().post(PATH, Map.of("unknown", 1)).expectProblem(400, "invalid_request");
    String id = shipped(1);
    post(room.manager(), id, "receive", Map.of("lines", List.of()))
        .expectProblem(400, "invalid_request");
    post(room.admin(), id, "cancel", Map.of("reason", " ")).expectProblem(400, "invalid_request");
    room.manager().get(PATH + "?status=odd").expectProblem(400, "invalid_request");
  }

  @Nested
  class Looking {

    @Test
    void isFilteredAndPaged() {
      String one = drafted(room.manager(), Map.of("TEA", 1));
      String two = approved(Map.of("CUP", 1));

      assertThat(ids("?status=draft")).containsExactly(one);
      assertThat(ids("?sku=CUP")).containsExactly(two);
      assertThat(ids("?from=" + north)).containsExactlyInAnyOrder(one, two);
      assertThat(ids("?to=" + north)).isEmpty();
      assertThat(ids("?size=1&page=1&sort=number,asc")).containsExactly(two);
    }

    @Test
    void foreignTransfersDoNotExist() {
      String id = drafted(room.manager(), Map.of("TEA", 1));
      Stockroom other = Stockroom.of(api);
      for (TestApi stranger :
          List.of(other.admin(), api.as(TestTokens.manager(other.companyId(), "x")))) {
        stranger.get(PATH + "/" + id).expectProblem(404, "transfer_not_found");
        for (String verb : List.of("submit", "approve", "ship")) {
          act(stranger, id, verb).expectProblem(404, "transfer_not_found");
        }
        post(stranger, id, "cancel", Map.of("reason", "mine"))
            .expectProblem(404, "transfer_not_found");
        post(stranger, id, "receive", Map.of("last", true, "reason", "mine"))
            .expectProblem(404, "transfer_not_found");
      }
      other
          .admin()
          .post(PATH, transfer(Map.of("TEA", 1)))
          .expectProblem(404, "warehouse_not_found");
      api.as(TestTokens.customer("u1")).get(PATH).expectProblem(403, "forbidden");
      assertThat(api.as(TestTokens.superAdmin()).get(PATH + "/" + id).expect(200).text("/id"))
          .isEqualTo(id);
    }

    @Test
    void peopleOfOtherShopsSeeAndDoWhatConcernsTheirWarehouse() {
      String theirs =
          room.admin()
              .post(
                  "/api/inventory/v1/warehouses",
                  Map.of("name", "Theirs", "shopIds", List.of("shop-2")))
              .expect(201)
              .text("/id");
      String ours =
          room.admin()
              .post(
                  "/api/inventory/v1/warehouses",
                  Map.of("name", "Ours", "shopIds", List.of(Stockroom.SHOP)))
              .expect(201)
              .text("/id");
      room.receive(ours, "TEA", 5);
      var plan =
          Map.of(
              "fromWarehouseId", ours,
              "toWarehouseId", theirs,
              "lines", List.of(Map.of("sku", "TEA", "quantity", 2)));
      String id = room.manager().post(PATH, plan).expect(201).text("/id");
      TestApi them = api.as(TestTokens.shopStaff(room.companyId(), "shop-2"));
      TestApi third = api.as(TestTokens.shopStaff(room.companyId(), "shop-3"));

      them.get(PATH + "/" + id).expect(200);
      third.get(PATH + "/" + id).expectProblem(404, "transfer_not_found");
      assertThat(third.get(PATH).expect(200).json().at("/totalItems").asInt()).isZero();
      third.post(PATH, plan).expectProblem(404, "warehouse_not_found");
      act(room.manager(), id, "submit").expect(200);
      act(them, id, "approve").expectProblem(403, "forbidden");
      act(room.admin(), id, "approve").expect(200);
      act(them, id, "ship").expectProblem(403, "other_warehouse");
      act(room.manager(), id, "ship").expect(200);
      receive(id, 2, 0, false, null).expectProblem(403, "other_warehouse");
      post(them, id, "receive", counted(2, 0, false, null)).expect(200);
    }

    private List<String> ids(String query) {
      List<String> ids = new ArrayList<>();
      for (JsonNode item : room.manager().get(PATH + query).expect(200).json().at("/items")) {
        ids.add(item.get("id").asString());
      }
      return ids;
    }
  }

  /// Whoever writes the source's stock document first has the units. An order that comes second is
  /// refused, or served from another warehouse; a transfer that comes second stays approved.
  @Test
  void transfersAndOrdersNeverShareAUnit() {
    List<String> transfers =
        IntStream.range(0, 8).mapToObj(_ -> approved(Map.of("TEA", 2))).toList();
    List<String> orders = Stockroom.orders(8);

    List<Runnable> all = new ArrayList<>();
    transfers.forEach(id -> all.add(() -> act(room.manager(), id, "ship")));
    orders.forEach(
        order ->
            all.add(
                () ->
                    broker.deliver(
                        room.companyId(), Stockroom.reserve(order, new StockLine("TEA", 2)))));
    Collections.shuffle(all, new Random(7));
    all.parallelStream().forEach(Runnable::run);

    await()
        .untilAsserted(
            () ->
                assertThat(
                        reserved(orders)
                            + broker
                                .published(
                                    ReservationFailed.class, e -> orders.contains(e.orderId()))
                                .size())
                    .isEqualTo(8));
    long shipped =
        transfers.stream()
            .filter(id -> room.manager().get(PATH + "/" + id).text("/status").equals("shipped"))
            .count();
    assertThat(shipped + reserved(orders)).isEqualTo(5);
    assertThat(figures(north)).containsExactly(10 - 2 * shipped, 2L * reserved(orders), 0L, 0L);
    assertThat(figures(south)).containsExactly(0L, 0L, 0L, 2 * shipped);
    awaitClean();
  }

  private int reserved(List<String> orders) {
    return broker.published(StockReserved.class, e -> orders.contains(e.orderId())).size();
  }

  private String drafted(TestApi by, Map<String, Integer> lines) {
    return by.post(PATH, transfer(lines)).expect(201).text("/id");
  }

  private String approved(Map<String, Integer> lines) {
    String id = drafted(room.manager(), lines);
    act(room.manager(), id, "submit").expect(200);
    act(room.admin(), id, "approve").expect(200);
    return id;
  }

  private String shipped(int quantity) {
    String id = approved(Map.of("TEA", quantity));
    act(room.manager(), id, "ship").expect(200);
    return id;
  }

  private Map<String, Object> transfer(Map<String, Integer> quantities) {
    return Map.of(
        "fromWarehouseId",
        north,
        "toWarehouseId",
        south,
        "lines",
        quantities.entrySet().stream()
            .map(line -> Map.of("sku", line.getKey(), "quantity", line.getValue()))
            .toList());
  }

  private TestResponse act(TestApi by, String id, String verb) {
    return by.post(PATH + "/" + id + "/" + verb, null);
  }

  private TestResponse post(TestApi by, String id, String verb, Object body) {
    return by.post(PATH + "/" + id + "/" + verb, body);
  }

  private TestResponse receive(String id, int good, int damaged, boolean last, String reason) {
    return post(room.manager(), id, "receive", counted(good, damaged, last, reason));
  }

  private static Map<String, Object> counted(int good, int damaged, boolean last, String reason) {
    var lines = List.of(Map.of("sku", "TEA", "quantity", good, "damaged", damaged));
    return reason == null
        ? Map.of("lines", lines, "last", last)
        : Map.of("lines", lines, "last", last, "reason", reason);
  }

  /// On hand, reserved, available, incoming.
  private List<Long> figures(String warehouse) {
    JsonNode item =
        room.manager()
            .get("/api/inventory/v1/products?sku=TEA&warehouse=" + warehouse)
            .expect(200)
            .json()
            .at("/items/0");
    return List.of(
        item.path("onHand").asLong(0),
        item.path("reserved").asLong(0),
        item.path("available").asLong(0),
        item.path("incoming").asLong(0));
  }

  private List<String> movements(String reference) {
    return room.manager()
        .get("/api/inventory/v1/movements?reference=" + reference)
        .expect(200)
        .json()
        .at("/items")
        .findValuesAsString("kind");
  }

  private void awaitClean() {
    await()
        .untilAsserted(
            () -> {
              var findings = room.invariants();
              assertThat(findings.at("/clean").asBoolean()).as(findings.toString()).isTrue();
              assertThat(findings.at("/pending").asInt() + findings.at("/unfinished").asInt())
                  .as(findings.toString())
                  .isZero();
            });
  }

  private static CompanySnapshot withoutApproval(String id) {
    return new CompanySnapshot(
        id,
        "Acme",
        "active",
        new CompanySettings(
            Currency.getInstance("USD"),
            ZoneId.of("UTC"),
            true,
            List.of(),
            1800,
            "O-",
            "I-",
            false,
            null,
            5));
  }
}
