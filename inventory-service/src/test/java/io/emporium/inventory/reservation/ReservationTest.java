package io.emporium.inventory.reservation;

import static io.emporium.inventory.reservation.ReservationStatus.DEDUCTED;
import static io.emporium.inventory.reservation.ReservationStatus.DEDUCTING;
import static io.emporium.inventory.reservation.ReservationStatus.EXPIRED;
import static io.emporium.inventory.reservation.ReservationStatus.FREEING;
import static io.emporium.inventory.reservation.ReservationStatus.HELD;
import static io.emporium.inventory.reservation.ReservationStatus.PENDING;
import static io.emporium.inventory.reservation.ReservationStatus.REFUSED;
import static io.emporium.inventory.reservation.ReservationStatus.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Message;
import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.Shortage;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<HeldLine> HELD_LINES =
      List.of(new HeldLine("TEA", "w1", 3), new HeldLine("TEA", "w2", 2));
  private static final Shortfall SHORT =
      new Shortfall("insufficient_stock", List.of(new Shortage("TEA", 5, 1)), false);
  private static final Shortfall SHORT_WITH_SOME =
      new Shortfall("insufficient_stock", List.of(new Shortage("TEA", 5, 1)), true);

  private static final Map<String, Function<Reservation, Outcome>> COMMANDS =
      Map.ofEntries(
          Map.entry("takeOver", r -> r.takeOver(NOW)),
          Map.entry("hold", r -> r.hold(r.attempt(), HELD_LINES, NOW)),
          Map.entry("refuse", r -> r.refuse(r.attempt(), SHORT, NOW)),
          Map.entry("refuseSome", r -> r.refuse(r.attempt(), SHORT_WITH_SOME, NOW)),
          Map.entry("release", r -> r.release("cancelled", NOW)),
          Map.entry("expire", r -> r.expire(NOW)),
          Map.entry("deduct", r -> r.deduct(NOW)),
          Map.entry("freed", r -> r.freed(r.attempt(), NOW)),
          Map.entry("deducted", r -> r.deducted(NOW)));

  /// Status after the command, per status before; a dot where nothing happens.
  @ParameterizedTest
  @CsvSource({
    // command, PENDING, HELD, DEDUCTING, FREEING, REFUSED, RELEASED, DEDUCTED, EXPIRED
    "takeOver,   PENDING,  .,         .,        .,        ., .,       ., .",
    "hold,       HELD,     .,         .,        .,        ., .,       ., .",
    "refuse,     REFUSED,  .,         .,        .,        ., .,       ., .",
    "refuseSome, FREEING,  .,         .,        .,        ., .,       ., .",
    "release,    FREEING,  FREEING,   .,        .,        ., .,       ., .",
    "expire,     .,        FREEING,   .,        .,        ., .,       ., .",
    "deduct,     .,        DEDUCTING, .,        .,        ., PENDING, ., PENDING",
    "freed,      .,        .,         .,        RELEASED, ., .,       ., .",
    "deducted,   .,        .,         DEDUCTED, .,        ., .,       ., ."
  })
  void followsItsStateTable(
      String command,
      String pending,
      String held,
      String deducting,
      String freeing,
      String refused,
      String released,
      String deducted,
      String expired) {
    List<String> expected =
        List.of(pending, held, deducting, freeing, refused, released, deducted, expired);
    for (ReservationStatus before : ReservationStatus.values()) {
      Reservation reservation = in(before);
      String after = expected.get(before.ordinal());

      Outcome outcome = COMMANDS.get(command).apply(reservation);

      String what = command + " in " + before;
      assertThat(outcome).as(what).isEqualTo(after.equals(".") ? Outcome.ALREADY : Outcome.APPLIED);
      assertThat(reservation.status().name())
          .as(what)
          .isEqualTo(after.equals(".") ? before.name() : after);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRestingStateAnswersEveryCommandAgain(ReservationStatus status) {
    assertAnswer(
        status,
        r -> r.answer(Answers::toReserve),
        Map.of(
            HELD, StockReserved.class,
            DEDUCTED, StockDeducted.class,
            REFUSED, ReservationFailed.class,
            RELEASED, ReservationFailed.class,
            EXPIRED, ReservationFailed.class));
    assertAnswer(
        status,
        r -> r.answer(asked -> Answers.toRelease(asked, "cancelled")),
        Map.of(
            DEDUCTED, StockDeducted.class,
            REFUSED, StockReleased.class,
            RELEASED, StockReleased.class,
            EXPIRED, StockReleased.class));
    assertAnswer(
        status,
        r -> r.answer(Answers::toDeduct),
        Map.of(
            DEDUCTED, StockDeducted.class,
            REFUSED, ReservationFailed.class,
            RELEASED, ReservationFailed.class,
            EXPIRED, ReservationFailed.class));
  }

  @ParameterizedTest
  @EnumSource
  void workUnderWayIsDueAtOnceAndRestOnlyWhenAHoldRunsOut(ReservationStatus status) {
    Instant due = in(status).dueAt();

    switch (status) {
      case PENDING, DEDUCTING, FREEING -> assertThat(due).isEqualTo(NOW);
      case HELD -> assertThat(due).isEqualTo(NOW.plusSeconds(60));
      case REFUSED, RELEASED, DEDUCTED, EXPIRED -> assertThat(due).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotGoOnYetIsDueBehindAllThatWait(ReservationStatus status) {
    Reservation reservation = in(status);
    Instant before = reservation.dueAt();
    Instant later = NOW.plusSeconds(90);

    Outcome outcome = reservation.giveWay(later);

    assertThat(outcome).isEqualTo(before == null ? Outcome.ALREADY : Outcome.APPLIED);
    assertThat(reservation.dueAt()).isEqualTo(before == null ? null : later);
    assertThat(reservation.status()).isEqualTo(status);
    assertThat(reservation.giveWay(NOW)).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void anUnpaidHoldExpiresWithItsOwnEvent() {
    assertThat(last(in(EXPIRED))).isEqualTo(new ReservationExpired("o1"));
  }

  @Test
  void aPaidOrderThatCannotBeTakenAgainFailsAsExpired() {
    Reservation reservation = in(EXPIRED);
    reservation.deduct(NOW);

    reservation.refuse(reservation.attempt(), SHORT, NOW);

    assertThat(reservation.status()).isEqualTo(EXPIRED);
    assertThat(last(reservation))
        .isEqualTo(new ReservationFailed("o1", "expired", SHORT.shortages()));
  }

  @Test
  void aPaidOrderThatIsTakenAgainGoesStraightOnToBeDeducted() {
    Reservation reservation = in(RELEASED);
    reservation.deduct(NOW);

    reservation.hold(reservation.attempt(), HELD_LINES, NOW);

    assertThat(reservation.status()).isEqualTo(DEDUCTING);
  }

  @Nested
  class AWorkerThatIsLate {

    @Test
    void holdsNothingForAnOrderThatAnotherHasTakenOver() {
      Reservation reservation = in(PENDING);
      int mine = reservation.attempt();
      reservation.takeOver(NOW);

      assertThat(reservation.hold(mine, HELD_LINES, NOW)).isEqualTo(Outcome.ALREADY);
      assertThat(reservation.refuse(mine, SHORT_WITH_SOME, NOW)).isEqualTo(Outcome.ALREADY);

      assertThat(reservation.status()).isEqualTo(PENDING);
      assertThat(reservation.lastVainAttempt()).isEqualTo(mine);
    }

    @Test
    void doesNotEndTheGivingBackOfALaterAttempt() {
      Reservation reservation = in(FREEING);
      int mine = reservation.attempt();
      reservation.freed(mine, NOW);
      reservation.deduct(NOW);
      reservation.hold(reservation.attempt(), HELD_LINES, NOW);
      Reservation again = in(RELEASED);
      int earlier = again.attempt();
      again.deduct(NOW);
      again.release("called off", NOW);

      assertThat(reservation.freed(mine, NOW)).isEqualTo(Outcome.ALREADY);
      assertThat(again.freed(earlier, NOW)).isEqualTo(Outcome.ALREADY);

      assertThat(reservation.status()).isEqualTo(DEDUCTING);
      assertThat(again.status()).isEqualTo(FREEING);
    }
  }

  @Test
  void aReleaseBeforeItsReserveLeavesATombstone() {
    Reservation tombstone = Reservation.releasedUnseen(request(), "cancelled", NOW);

    assertThat(last(tombstone)).isEqualTo(new StockReleased("o1", "cancelled"));
    tombstone.answer(Answers::toReserve);
    assertThat(last(tombstone)).isEqualTo(new ReservationFailed("o1", "released", List.of()));
  }

  @Nested
  class Restocking {

    @Test
    void givesBackEverythingWhenNoLinesAreNamed() {
      assertThat(restock(in(DEDUCTED), "r1").lines()).isEqualTo(HELD_LINES);
    }

    @Test
    void neverGivesBackMoreThanHasLeft() {
      Reservation reservation = in(DEDUCTED);

      var first = restock(reservation, "r1", new StockLine("TEA", 4));
      var second = restock(reservation, "r2", new StockLine("TEA", 4));

      assertThat(first.lines())
          .containsExactly(new HeldLine("TEA", "w1", 3), new HeldLine("TEA", "w2", 1));
      assertThat(second.lines()).containsExactly(new HeldLine("TEA", "w2", 1));
    }

    @Test
    void isPlannedOncePerIdAndAnsweredEachTime() {
      Reservation reservation = in(DEDUCTED);
      var request = new RestockRequest("r1", List.of(), "returned");

      assertThat(reservation.planRestock(request, NOW)).isEqualTo(Outcome.APPLIED);
      assertThat(reservation.planRestock(request, NOW)).isEqualTo(Outcome.ALREADY);
      reservation.restocked("r1", NOW);
      reservation.restocked("r1", NOW);

      assertThat(reservation.recorded().stream().filter(StockRestocked.class::isInstance))
          .hasSize(2)
          .containsOnly(new StockRestocked("o1", "r1", HELD_LINES));
      assertThat(reservation.restocks().open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "REFUSED", "RELEASED", "EXPIRED"})
    void givesNothingBackWhereNothingHasLeft(ReservationStatus status) {
      assertThat(restock(in(status), "r1").lines()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "DEDUCTING", "FREEING"})
    void isNotPlannedBeforeItIsKnownWhatHasLeft(ReservationStatus status) {
      Reservation reservation = in(status);

      assertThat(reservation.planRestock(new RestockRequest("r1", List.of(), "returned"), NOW))
          .isEqualTo(Outcome.ALREADY);
      assertThat(reservation.restocks().find("r1")).isEmpty();
    }

    private Restock restock(Reservation reservation, String id, StockLine... lines) {
      reservation.planRestock(new RestockRequest(id, List.of(lines), "returned"), NOW);
      return reservation.restocks().find(id).orElseThrow();
    }
  }

  private static void assertAnswer(
      ReservationStatus status,
      Function<Reservation, Outcome> question,
      Map<ReservationStatus, Class<? extends Message>> answers) {
    Reservation reservation = in(status);
    int before = reservation.recorded().size();

    Outcome outcome = question.apply(reservation);

    Class<? extends Message> answer = answers.get(status);
    assertThat(outcome).isEqualTo(answer == null ? Outcome.ALREADY : Outcome.APPLIED);
    assertThat(reservation.recorded()).hasSize(answer == null ? before : before + 1);
    if (answer != null) {
      assertThat(last(reservation)).isInstanceOf(answer);
    }
  }

  private static Reservation in(ReservationStatus status) {
    Map<ReservationStatus, Reservation> all = new EnumMap<>(ReservationStatus.class);
    all.put(PENDING, after());
    all.put(HELD, after("hold"));
    all.put(DEDUCTING, after("hold", "deduct"));
    all.put(FREEING, after("hold", "release"));
    all.put(REFUSED, after("refuse"));
    all.put(RELEASED, after("hold", "release", "freed"));
    all.put(DEDUCTED, after("hold", "deduct", "deducted"));
    all.put(EXPIRED, after("hold", "expire", "freed"));
    return all.get(status);
  }

  private static Reservation after(String... commands) {
    Reservation reservation = Reservation.take(request(), NOW);
    for (String command : commands) {
      assertThat(COMMANDS.get(command).apply(reservation)).isEqualTo(Outcome.APPLIED);
    }
    return reservation;
  }

  private static Message last(Reservation reservation) {
    return reservation.recorded().getLast();
  }

  private static ReservationRequest request() {
    return new ReservationRequest(
        "c1", "o1", "s1", List.of(new StockLine("TEA", 5)), NOW.plusSeconds(60), "corr");
  }
}
