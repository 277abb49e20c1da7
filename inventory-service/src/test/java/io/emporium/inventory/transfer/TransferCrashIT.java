package io.emporium.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.Stockroom;
import io.emporium.inventory.TestCrashPoints;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.stock.TransitMovement;
import io.emporium.kit.context.Cause;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Stops at every write of every command, and expects the sweep to bring each transfer to the end
/// that the command decided on, or to leave it where it was.
@ServiceTest
class TransferCrashIT {

  private static final int MOST_POINTS = 60;
  private static final Act ASKING = new Act("requester", "test", Instant.now());

  @Autowired private TestApi api;
  @Autowired private TestCrashPoints crashPoints;
  @Autowired private AggregateStore<Transfer> store;
  @Autowired private MoveTransfer move;
  @Autowired private StockItems stock;

  private Stockroom room;
  private String north;
  private String south;
  private Caller admin;

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
    north = room.warehouse("North");
    south = room.warehouse("South");
    admin =
        new Caller(
            "admin",
            "admin@example.com",
            Role.COMPANY_ADMIN,
            room.companyId(),
            Set.of(),
            Instant.now());
  }

  @Test
  void shippingIsDoneOnceOrNotAtAll() {
    List<Transfer> cutOff = cutOffAtEveryWrite(this::approved, transfer -> move.ship(of(transfer)));
    assertThat(cutOff.size()).isGreaterThanOrEqualTo(14);

    awaitRest(cutOff);

    for (Transfer before : cutOff) {
      Transfer after = current(before);
      boolean shipped = after.status() == TransferStatus.SHIPPED;
      assertThat(shipped || after.status() == TransferStatus.APPROVED)
          .as(after.status().name())
          .isTrue();
      assertFigures(before, north, shipped ? 3 : 10, 0);
      assertFigures(before, south, 0, shipped ? 7 : 0);
    }
    assertClean();
  }

  @Test
  void whatIsShortIsPutBackAtEveryWrite() {
    List<Transfer> cutOff =
        cutOffAtEveryWrite(
            n -> approved(n, "ZZZ-none"),
            transfer -> {
              try {
                var _ = move.ship(of(transfer));
              } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo("insufficient_stock");
              }
            });

    awaitRest(cutOff);

    for (Transfer before : cutOff) {
      assertThat(current(before).status()).isEqualTo(TransferStatus.APPROVED);
      assertFigures(before, north, 10, 0);
    }
    assertClean();
  }

  @Test
  void aDeliveryWithDifferencesIsBookedOnceOrNotAtAll() {
    var count =
        (Function<Transfer, Delivery.Count>)
            transfer ->
                new Delivery.Count(
                    transfer.lines().stream()
                        .map(line -> new Delivery.Counted(line.sku(), 5, 1))
                        .toList(),
                    true,
                    "dropped");
    List<Transfer> cutOff =
        cutOffAtEveryWrite(
            this::shipped, transfer -> move.receive(of(transfer), count.apply(transfer)));

    awaitRest(cutOff);

    for (Transfer before : cutOff) {
      Transfer after = current(before);
      boolean booked = after.status() == TransferStatus.RECEIVED;
      assertThat(booked || after.status() == TransferStatus.SHIPPED).isTrue();
      assertFigures(before, south, booked ? 5 : 0, booked ? 0 : 7);
    }
    assertClean();
  }

  @Test
  void cancellingOnTheWayGivesBackOnceOrNotAtAll() {
    List<Transfer> cutOff =
        cutOffAtEveryWrite(this::shipped, transfer -> move.cancel(of(transfer), "flood"));

    awaitRest(cutOff);

    for (Transfer before : cutOff) {
      Transfer after = current(before);
      boolean back = after.status() == TransferStatus.CANCELLED;
      assertThat(back || after.status() == TransferStatus.SHIPPED).isTrue();
      assertFigures(before, north, back ? 10 : 3, 0);
      assertFigures(before, south, 0, back ? 0 : 7);
    }
    assertClean();
  }

  @Test
  void theNextCommandFinishesWhatWasCutOffBeforeItDecides() {
    Transfer approved = approved(1);
    assertThat(crashPoints.crashes(4, () -> as(() -> move.ship(of(approved))))).isTrue();

    as(() -> move.cancel(of(approved), "changed our minds"));

    assertThat(current(approved).status()).isEqualTo(TransferStatus.CANCELLED);
    assertFigures(approved, north, 10, 0);
    assertFigures(approved, south, 0, 0);
  }

  @Test
  void repairFollowsTheTransfers() {
    Transfer shipped = shipped(1);
    String sku = shipped.lines().getFirst().sku();
    var key = new StockKey(room.companyId(), south, sku);
    stock.move(key, new TransitMovement.StillComing(shipped.id(), 2));
    stock.move(key, new TransitMovement.Expect("nobody", 4));

    await()
        .untilAsserted(
            () ->
                assertThat(room.invariants().at("/drifts").findValuesAsString("kind"))
                    .containsExactly("incoming", "incoming"));
    var report = room.admin().post("/api/inventory/v1/repair", null).expect(200).json();

    assertThat(report.at("/repaired").size()).isEqualTo(2);
    assertFigures(shipped, south, 0, 7);
    assertThat(room.admin().post("/api/inventory/v1/repair", null).json().at("/repaired").size())
        .isZero();
    assertClean();
  }

  private interface Given {
    Transfer at(int nth);
  }

  /// One transfer per point at which the command can be cut off.
  private List<Transfer> cutOffAtEveryWrite(Given given, Consumer<Transfer> command) {
    List<Transfer> all = new ArrayList<>();
    for (int n = 1; n < MOST_POINTS; n++) {
      Transfer transfer = given.at(n);
      all.add(transfer);
      if (!crashPoints.crashes(n, () -> as(() -> command.accept(transfer)))) {
        return all;
      }
    }
    throw new AssertionError("never came to its end");
  }

  private static void as(Runnable work) {
    ScopedValue.where(Cause.CURRENT, new Cause("test", "admin", null, null)).run(work);
  }

  private Transfer approved(int nth) {
    return approved(nth, "B-" + nth);
  }

  private Transfer approved(int nth, String second) {
    String first = "A-" + nth;
    room.receive(north, first, 10);
    if (!second.endsWith("none")) {
      room.receive(north, second, 10);
    }
    var plan =
        new TransferPlan(
            north, south, List.of(new StockLine(first, 7), new StockLine(second, 7)), null);
    String id = "transfer-" + room.companyId() + "-" + nth + "-" + second;
    Transfer transfer = Transfer.draft(id, room.companyId(), "T-" + nth, plan, ASKING);
    transfer.submit(false, ServedShops.ALL, ASKING);
    assertThat(store.create(transfer)).isTrue();
    return transfer;
  }

  private Transfer shipped(int nth) {
    Transfer transfer = approved(nth);
    as(() -> move.ship(of(transfer)));
    return current(transfer);
  }

  private Addressed of(Transfer transfer) {
    return new Addressed(admin, transfer.id(), null);
  }

  private Transfer current(Transfer transfer) {
    return store.get(Scope.company(room.companyId()), transfer.id());
  }

  private void awaitRest(List<Transfer> transfers) {
    await()
        .untilAsserted(
            () ->
                assertThat(transfers)
                    .allMatch(transfer -> !current(transfer).status().isUnderWay()));
  }

  private void assertFigures(Transfer transfer, String warehouse, long onHand, long incoming) {
    String sku = transfer.lines().getFirst().sku();
    JsonNode item =
        room.manager()
            .get("/api/inventory/v1/products?sku=" + sku + "&warehouse=" + warehouse)
            .expect(200)
            .json()
            .at("/items/0");
    assertThat(
            List.of(
                item.path("onHand").asLong(0),
                item.path("reserved").asLong(0),
                item.path("incoming").asLong(0)))
        .as(transfer.id() + " at " + warehouse)
        .containsExactly(onHand, 0L, incoming);
  }

  private void assertClean() {
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
}
