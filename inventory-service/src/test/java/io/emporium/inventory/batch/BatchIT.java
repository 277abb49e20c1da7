package io.emporium.inventory.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.BatchCompleted;
import io.emporium.inventory.Stockroom;
import io.emporium.inventory.TestCrashPoints;
import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.security.Role;
import io.emporium.kit.security.TokenClaims;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class BatchIT {

  private static final String PATH = "/api/inventory/v1/batches";

  // Behind the two points at which the batch is taken, and before the last of its first row.
  private static final int AMONG_ITS_ROWS = 5;

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private TestCrashPoints crashPoints;
  @Autowired private RunBatches run;
  @Autowired private AggregateStore<Batch> batches;
  @Autowired private RecordStore<BatchChunk> chunks;
  @Autowired private ApplyRow apply;
  @Autowired private InventoryProperties properties;
  @Autowired private Ids ids;

  private Stockroom room;
  private String main;

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
    main = room.warehouse("Main");
  }

  @Test
  void eachRowHasItsOwnResult() {
    String id =
        submitted(
            row("receipt", "MAIN", "TEA", 10, null),
            row("adjustment", main, "TEA", -3, "broken"),
            row("adjustment", main, "TEA", -8, "stolen"),
            row("adjustment", main, "CUP", -1, "lost"),
            row("threshold", main, "TEA", 7, null),
            row("receipt", "nowhere", "TEA", 1, null));
    assertThat(batch(id, "").at("/batch/status").asString()).isEqualTo("running");

    run.sweep();

    JsonNode done = batch(id, "");
    assertThat(done.at("/batch/status").asString()).isEqualTo("completed");
    assertThat(done.at("/batch/accepted").asInt()).isEqualTo(3);
    assertThat(done.at("/batch/rejected").asInt()).isEqualTo(3);
    assertThat(done.at("/results/items").findValuesAsString("status"))
        .containsExactly("accepted", "accepted", "rejected", "rejected", "accepted", "rejected");
    assertThat(codes(id, "?status=rejected"))
        .containsExactly("insufficient_stock", "sku_not_stocked", "warehouse_not_found");
    assertThat(room.figures(main, "TEA")).containsExactly(7L, 0L, 7L);
    var completed = broker.awaitPublished(BatchCompleted.class, e -> e.batchId().equals(id));
    assertThat(completed.data()).isEqualTo(new BatchCompleted(id, 3, 3));
    assertThat(completed.companyid()).isEqualTo(room.companyId());
    awaitClean();
    JsonNode ledger =
        room.manager().get("/api/inventory/v1/movements?reference=" + id).json().at("/items/0");
    assertThat(ledger.at("/actor").asString()).isEqualTo("manager-of-" + room.companyId());
    assertThat(ledger.at("/reason").asString()).isEqualTo("broken");
  }

  @Test
  void comesAndGoesAsCsv() {
    String csv =
        """
        operation,warehouse,sku,quantity,reason
        receipt,MAIN,TEA,5,delivery 1
        adjustment,MAIN,TEA,-1,=HYPERLINK("http://x")
        receipt,MAIN,@SUM(A1),lots,
        """;

    String id = csv(csv).expect(202).text("/id");
    run.sweep();

    var results = room.manager().send("GET", PATH + "/" + id, null, "Accept", "text/csv");
    assertThat(results.expect(200).header("Content-Type")).startsWith("text/csv");
    assertThat(results.response().body())
        .isEqualTo(
            """
            row,operation,warehouse,sku,quantity,reason,status,code,message
            1,receipt,MAIN,TEA,5,delivery 1,accepted,,
            2,adjustment,MAIN,TEA,-1,"'=HYPERLINK(""http://x"")",accepted,,
            3,receipt,MAIN,'@SUM(A1),lots,,rejected,invalid_quantity,must be a whole number from 1 to 1000000
            """
                .replace("\n", "\r\n"));
    csv("operation,warehouse\nreceipt,MAIN\n").expectProblem(400, "invalid_request");
    csv("operation,warehouse,sku,quantity\n").expectProblem(400, "invalid_request");
  }

  @Test
  void aLargeOneIsPaged() {
    var rows = new ArrayList<Map<String, Object>>();
    for (int n = 0; n < 130; n++) {
      rows.add(row("receipt", main, "SKU-" + n % 7, 1, null));
    }
    String id = room.manager().post(PATH, Map.of("rows", rows)).expect(202).text("/id");
    run.sweep();

    assertThat(batch(id, "").at("/batch/accepted").asInt()).isEqualTo(130);
    JsonNode third = batch(id, "?page=2&size=40").at("/results");
    assertThat(third.at("/totalItems").asInt()).isEqualTo(130);
    assertThat(third.at("/items/0/row").asInt()).isEqualTo(81);
    assertThat(third.at("/items").size()).isEqualTo(40);
    assertThat(batch(id, "?page=3&size=40").at("/results/items").size()).isEqualTo(10);
    assertThat(batch(id, "?page=9&size=40").at("/results/items").size()).isZero();
    assertThat(batch(id, "?status=pending").at("/results/totalItems").asInt()).isZero();
    assertThat(room.manager().get(PATH).json().at("/totalItems").asInt()).isEqualTo(1);
    awaitClean();
  }

  @Test
  void theSameRequestUnderItsKeyIsOneBatch() {
    var body = Map.of("rows", List.of(row("receipt", main, "TEA", 5, null)));
    String first = room.manager().post(PATH, body, "Idempotency-Key", main).text("/id");
    String second = room.manager().post(PATH, body, "Idempotency-Key", main).text("/id");
    assertThat(second).isEqualTo(first);
    run.sweep();
    run.sweep();
    assertThat(room.figures(main, "TEA")).containsExactly(5L, 0L, 5L);
  }

  @Test
  void belongsToTheCompanyAndAManagersToTheManager() {
    String id = submitted(row("receipt", main, "TEA", 1, null));
    Stockroom other = Stockroom.of(api);

    other.admin().get(PATH + "/" + id).expectProblem(404, "batch_not_found");
    String colleague =
        TestTokens.token(
            "colleague",
            Role.SHOP_MANAGER,
            claims ->
                claims
                    .claim(TokenClaims.COMPANY, room.companyId())
                    .claim(TokenClaims.SHOPS, List.of(Stockroom.SHOP)));
    api.as(colleague).get(PATH + "/" + id).expectProblem(404, "batch_not_found");
    assertThat(api.as(colleague).get(PATH).json().at("/totalItems").asInt()).isZero();
    room.admin().get(PATH + "/" + id).expect(200);
    api.as(TestTokens.superAdmin()).get(PATH + "/" + id).expect(200);
    api.as(TestTokens.shopStaff(room.companyId(), Stockroom.SHOP))
        .post(PATH, Map.of("rows", List.of(row("receipt", main, "TEA", 1, null))))
        .expectProblem(403, "forbidden");
    String foreign =
        other
            .admin()
            .post(PATH, Map.of("rows", List.of(row("receipt", main, "TEA", 1, null))))
            .expect(202)
            .text("/id");
    run.sweep();
    JsonNode rejected = other.admin().get(PATH + "/" + foreign).expect(200).json();
    assertThat(rejected.at("/results/items/0/code").asString()).isEqualTo("warehouse_not_found");
    assertThat(room.figures(main, "TEA")).containsExactly(1L, 0L, 1L);
  }

  @Test
  void badInputAsAWholeIsRefused() {
    room.manager().post(PATH, Map.of("rows", List.of())).expectProblem(400, "invalid_request");
    room.manager()
        .post(PATH, "{\"rows\":[{\"sku\":1,\"x\":2}]}")
        .expectProblem(400, "invalid_request");
    room.manager()
        .post(PATH, "{\"rows\":[{\"quantity\":\"many\"}]}")
        .expectProblem(400, "invalid_request");
    assertThat(room.manager().post(PATH, "x", "Content-Type", "text/plain").status())
        .isEqualTo(415);
    room.manager().get(PATH + "/" + main + "?status=odd").expectProblem(404, "batch_not_found");
  }

  /// The runner stops at every write; whoever takes up the work when its lease is over applies no
  /// row twice.
  @Test
  void noRowIsAppliedTwiceWhereverItIsCutOff() {
    Map<String, Integer> expected = new HashMap<>();
    List<String> submitted = new ArrayList<>();
    boolean crashed = true;
    for (int n = 1; crashed && n < 60; n++) {
      int nth = n;
      String sku = "CRASH-" + n;
      submitted.add(
          submitted(
              row("receipt", main, sku, 5, null),
              row("receipt", main, sku, 5, null),
              row("adjustment", main, sku, -3, "broken"),
              row("adjustment", main, sku, -99, "stolen"),
              row("receipt", main, sku + "-b", 1, null)));
      expected.put(sku, 7);
      crashed = isCutOff(nth);
    }
    assertThat(submitted.size()).isGreaterThanOrEqualTo(10);

    await()
        .untilAsserted(
            () -> {
              run.sweep();
              assertThat(submitted).allMatch(this::isDone);
            });

    expected.forEach(
        (sku, onHand) ->
            assertThat(room.figures(main, sku))
                .as(sku)
                .containsExactly((long) onHand, 0L, (long) onHand));
    for (String id : submitted) {
      assertThat(batch(id, "").at("/batch/accepted").asInt()).as(id).isEqualTo(4);
    }
    awaitClean();
  }

  @Test
  void aSmallOneDoesNotWaitForALargeOneThatIsUnderWay() {
    var rows = new ArrayList<Map<String, Object>>();
    for (int n = 0; n < 3 * BatchChunk.SIZE; n++) {
      rows.add(row("receipt", main, "SKU-" + n % 7, 1, null));
    }
    String large = room.manager().post(PATH, Map.of("rows", rows)).expect(202).text("/id");
    AtomicReference<String> small = new AtomicReference<>();

    crashPoints.interrupt(
        AMONG_ITS_ROWS,
        () -> small.set(submitted(row("receipt", main, "TEA", 1, null))),
        run::sweep);

    assertThat(List.of(large, small.get())).allMatch(this::isDone);
    assertThat(completedAt(small.get())).isBefore(completedAt(large));
  }

  /// The rows of one take longer than the lease lasts; those of the other are not done in vain.
  @Test
  void whoWaitsForItsTurnHasNoLeaseThatCouldRunOut() {
    String slow = submitted(row("receipt", main, "TEA", 1, null));
    String waiting = submitted(row("receipt", main, "CUP", 1, null));
    JumpingClock clock = new JumpingClock();
    RunBatches slowly = new RunBatches(batches, chunks, apply, properties, ids, clock);

    crashPoints.interrupt(AMONG_ITS_ROWS, clock::jump, slowly::sweep);

    assertThat(List.of(slow, waiting)).allMatch(this::isDone);
    assertThat(room.figures(main, "TEA")).containsExactly(1L, 0L, 1L);
    assertThat(room.figures(main, "CUP")).containsExactly(1L, 0L, 1L);
  }

  @Test
  void twoRunnersShareTheWork() {
    List<String> submitted =
        IntStream.range(0, 6)
            .mapToObj(n -> submitted(row("receipt", main, "TEA", 1, null)))
            .toList();
    IntStream.range(0, 4).parallel().forEach(_ -> run.sweep());
    await()
        .untilAsserted(
            () -> {
              run.sweep();
              assertThat(submitted).allMatch(this::isDone);
            });
    assertThat(room.figures(main, "TEA")).containsExactly(6L, 0L, 6L);
  }

  /// @return whether the sweep came to its nth write; a crash among the rows ends that turn alone
  private boolean isCutOff(int nth) {
    AtomicBoolean came = new AtomicBoolean();
    Runnable crash =
        () -> {
          came.set(true);
          throw new TestCrashPoints.Crash();
        };
    try {
      crashPoints.interrupt(nth, crash, run::sweep);
    } catch (TestCrashPoints.Crash _) {
      return true;
    }
    return came.get();
  }

  private Instant completedAt(String id) {
    return Instant.parse(batch(id, "").at("/batch/completedAt").asString());
  }

  private boolean isDone(String id) {
    return batch(id, "").at("/batch/status").asString().equals("completed");
  }

  private TestResponse csv(String text) {
    return room.manager().post(PATH, text, "Content-Type", "text/csv");
  }

  @SafeVarargs
  private String submitted(Map<String, Object>... rows) {
    var created = room.manager().post(PATH, Map.of("rows", List.of(rows))).expect(202);
    assertThat(created.header("Location")).isEqualTo(PATH + "/" + created.text("/id"));
    return created.text("/id");
  }

  private JsonNode batch(String id, String query) {
    return room.manager().get(PATH + "/" + id + query).expect(200).json();
  }

  private List<String> codes(String id, String query) {
    return batch(id, query).at("/results/items").findValuesAsString("code");
  }

  private static Map<String, Object> row(
      String operation, String warehouse, String sku, int quantity, String reason) {
    Map<String, Object> row = new HashMap<>();
    row.put("operation", operation);
    row.put("warehouse", warehouse);
    row.put("sku", sku);
    row.put("quantity", quantity);
    row.put("reason", reason);
    return row;
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

  private static final class JumpingClock extends Clock {

    private Duration ahead = Duration.ZERO;

    void jump() {
      ahead = Duration.ofMinutes(1);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
