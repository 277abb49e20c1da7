package io.emporium.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Message;
import io.emporium.events.inventory.Shortage;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.TransferApproved;
import io.emporium.events.inventory.TransferCancelled;
import io.emporium.events.inventory.TransferReceived;
import io.emporium.events.inventory.TransferShipped;
import io.emporium.events.inventory.TransferSubmitted;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TransferTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Act REQUESTER = new Act("requester", "c", NOW);
  private static final Act OTHER = new Act("other", "c", NOW.plusSeconds(1));

  /// What a command may make of a transfer in a state: the next state, `ALREADY`, or the code of
  /// the refusal.
  private static final String ALREADY = "already";

  private enum Command {
    EDIT((transfer, n) -> transfer.edit(plan(9), OTHER)),
    SUBMIT((transfer, n) -> transfer.submit(true, ServedShops.ALL, OTHER)),
    APPROVE((transfer, n) -> transfer.approve(OTHER)),
    REJECT((transfer, n) -> transfer.reject("no", OTHER)),
    SHIP((transfer, n) -> transfer.ship(OTHER)),
    RECEIVE((transfer, n) -> transfer.receive("d-" + n, count(1, 0, false, null), OTHER)),
    CANCEL((transfer, n) -> transfer.cancel("changed our minds", OTHER));

    private final BiFunction<Transfer, Integer, Outcome> command;

    Command(BiFunction<Transfer, Integer, Outcome> command) {
      this.command = command;
    }
  }

  /// One row per state, in the order of the commands.
  private static List<String> expected(TransferStatus status) {
    String busy = "transfer_busy";
    return switch (status) {
      case DRAFT ->
          List.of(
              "DRAFT",
              "SUBMITTED",
              "transfer_not_approvable",
              "transfer_not_rejectable",
              "transfer_not_shippable",
              "transfer_not_receivable",
              "CANCELLED");
      case SUBMITTED ->
          List.of(
              "transfer_not_editable",
              ALREADY,
              "APPROVED",
              "REJECTED",
              "transfer_not_shippable",
              "transfer_not_receivable",
              "CANCELLED");
      case APPROVED ->
          List.of(
              "transfer_not_editable",
              ALREADY,
              ALREADY,
              "transfer_not_rejectable",
              "PICKING",
              "transfer_not_receivable",
              "CANCELLED");
      case REJECTED ->
          List.of(
              "transfer_not_editable",
              "transfer_not_submittable",
              "transfer_not_approvable",
              ALREADY,
              "transfer_not_shippable",
              "transfer_not_receivable",
              "transfer_not_cancellable");
      case SHIPPED ->
          List.of(
              "transfer_not_editable",
              "transfer_not_submittable",
              "transfer_not_approvable",
              "transfer_not_rejectable",
              ALREADY,
              "BOOKING",
              "RETURNING");
      case PARTLY_RECEIVED ->
          List.of(
              "transfer_not_editable",
              "transfer_not_submittable",
              "transfer_not_approvable",
              "transfer_not_rejectable",
              "transfer_not_shippable",
              "BOOKING",
              "RETURNING");
      case RECEIVED ->
          List.of(
              "transfer_not_editable",
              "transfer_not_submittable",
              "transfer_not_approvable",
              "transfer_not_rejectable",
              "transfer_not_shippable",
              "transfer_not_receivable",
              "transfer_not_cancellable");
      case CANCELLED ->
          List.of(
              "transfer_not_editable",
              "transfer_not_submittable",
              "transfer_not_approvable",
              "transfer_not_rejectable",
              "transfer_not_shippable",
              "transfer_not_receivable",
              ALREADY);
      case PICKING, UNPICKING, DISPATCHING, BOOKING, RETURNING ->
          List.of(busy, busy, busy, busy, busy, busy, busy);
    };
  }

  @TestFactory
  Stream<DynamicTest> everyCommandInEveryStateHasTheStatedOutcome() {
    List<DynamicTest> tests = new ArrayList<>();
    for (TransferStatus status : TransferStatus.values()) {
      for (Command command : Command.values()) {
        String outcome = expected(status).get(command.ordinal());
        tests.add(
            DynamicTest.dynamicTest(
                command + " in " + status + " is " + outcome,
                () -> assertThat(outcomeOf(command, status)).isEqualTo(outcome)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> workIsDoneInItsOwnStateAloneAndWhoComesLateChangesNothing() {
    List<TransferStatus> work =
        Stream.of(TransferStatus.values()).filter(TransferStatus::isUnderWay).toList();
    return Stream.of(TransferStatus.values())
        .flatMap(
            status ->
                work.stream()
                    .filter(done -> done != status)
                    .map(
                        done ->
                            DynamicTest.dynamicTest(
                                done + " in " + status,
                                () -> {
                                  Transfer transfer = in(status);
                                  assertThat(transfer.carried(done, transfer.attempt(), OTHER))
                                      .isEqualTo(Outcome.ALREADY);
                                  assertThat(transfer.status()).isEqualTo(status);
                                })));
  }

  @Test
  void whoSetsUnitsAsideForAnEarlierAttemptIsLate() {
    Transfer transfer = in(TransferStatus.PICKING);
    int mine = transfer.attempt();
    transfer.takeOver(OTHER);

    assertThat(transfer.carried(TransferStatus.PICKING, mine, OTHER)).isEqualTo(Outcome.ALREADY);
    assertThat(transfer.fallShort(mine, List.of(), OTHER)).isEqualTo(Outcome.ALREADY);

    assertThat(transfer.status()).isEqualTo(TransferStatus.PICKING);
    assertThat(transfer.lastVainAttempt()).isEqualTo(mine);
  }

  @Test
  void whoBooksADeliveryDoesNotEndTheBookingOfTheNext() {
    Transfer transfer = in(TransferStatus.BOOKING);
    int mine = transfer.attempt();
    transfer.carried(TransferStatus.BOOKING, mine, OTHER);
    transfer.receive("the next", count(1, 0, false, null), OTHER);

    assertThat(transfer.carried(TransferStatus.BOOKING, mine, OTHER)).isEqualTo(Outcome.ALREADY);

    assertThat(transfer.status()).isEqualTo(TransferStatus.BOOKING);
  }

  private static String outcomeOf(Command command, TransferStatus status) {
    Transfer transfer = in(status);
    int before = transfer.recorded().size();
    try {
      Outcome outcome = command.command.apply(transfer, 99);
      if (outcome == Outcome.ALREADY) {
        assertThat(transfer.recorded()).hasSize(before);
        return ALREADY;
      }
      return transfer.status().name();
    } catch (Refusal refusal) {
      assertThat(transfer.status()).isEqualTo(status);
      assertThat(transfer.recorded()).hasSize(before);
      return refusal.code();
    }
  }

  @Nested
  class Deciding {

    @Test
    void whoAskedNeverDecides() {
      Transfer transfer = in(TransferStatus.SUBMITTED);

      assertThatThrownBy(() -> transfer.approve(REQUESTER))
          .isInstanceOfSatisfying(
              Refusal.class, e -> assertThat(e.code()).isEqualTo("own_transfer"));
      assertThatThrownBy(() -> transfer.reject("no", REQUESTER)).isInstanceOf(Refusal.class);
      assertThat(transfer.approve(OTHER)).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void whoSubmittedAnothersDraftDoesNotDecideEither() {
      Transfer transfer = in(TransferStatus.DRAFT);
      transfer.submit(true, ServedShops.ALL, OTHER);

      assertThatThrownBy(() -> transfer.approve(OTHER)).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> transfer.approve(REQUESTER)).isInstanceOf(Refusal.class);
    }

    @Test
    void whereNobodyMustAgreeSubmittingApproves() {
      Transfer transfer = in(TransferStatus.DRAFT);

      transfer.submit(false, ServedShops.ALL, REQUESTER);

      assertThat(transfer.status()).isEqualTo(TransferStatus.APPROVED);
      assertThat(kinds(transfer)).containsExactly(TransferSubmitted.class, TransferApproved.class);
    }
  }

  @Nested
  class Arriving {

    @Test
    void partByPartUntilEverythingIsThere() {
      Transfer transfer = in(TransferStatus.SHIPPED);

      delivered(transfer, "d1", count(2, 0, false, null));
      assertThat(transfer.status()).isEqualTo(TransferStatus.PARTLY_RECEIVED);
      assertThat(transfer.lines().getFirst().open()).isEqualTo(3);

      delivered(transfer, "d2", count(3, 0, false, null));
      assertThat(transfer.status()).isEqualTo(TransferStatus.RECEIVED);
      assertThat(transfer.receive("d2", count(3, 0, false, null), OTHER))
          .isEqualTo(Outcome.ALREADY);
      assertThat(events(transfer, TransferReceived.class))
          .extracting(TransferReceived::received)
          .containsExactly(List.of(new StockLine("TEA", 2)), List.of(new StockLine("TEA", 3)));
    }

    @Test
    void aDifferenceNeedsAReason() {
      for (Delivery.Count differing :
          List.of(count(6, 0, false, null), count(4, 1, false, null), count(4, 0, true, null))) {
        Transfer transfer = in(TransferStatus.SHIPPED);
        assertThatThrownBy(() -> transfer.receive("d", differing, OTHER))
            .isInstanceOfSatisfying(
                Refusal.class, e -> assertThat(e.code()).isEqualTo("difference_needs_reason"));
        assertThat(transfer.status()).isEqualTo(TransferStatus.SHIPPED);
      }
    }

    @Test
    void whatIsMissingDamagedAndTooMuchIsAccountedFor() {
      assertThat(lineAfter(count(4, 0, true, "lost"))).isEqualTo(line(4, 0, 1, 0));
      assertThat(lineAfter(count(4, 1, false, "broken"))).isEqualTo(line(4, 1, 0, 0));
      assertThat(lineAfter(count(7, 0, false, "gift"))).isEqualTo(line(7, 0, 0, 2));
      assertThat(lineAfter(count(4, 3, true, "odd"))).isEqualTo(line(4, 3, 0, 2));
      assertThat(lineAfter(count(0, 2, true, "sunk"))).isEqualTo(line(0, 2, 3, 0));
    }

    @Test
    void aReasonThatExplainsNothingIsNotKept() {
      Transfer transfer = in(TransferStatus.SHIPPED);
      delivered(transfer, "d", count(5, 0, true, "all fine"));
      assertThat(transfer.freight().deliveries().getFirst().reason()).isNull();
    }

    @Test
    void namesTheLineThatIsNotPartOfIt() {
      Transfer transfer = in(TransferStatus.SHIPPED);
      var wrong =
          new Delivery.Count(
              List.of(new Delivery.Counted("TEA", 1, 0), new Delivery.Counted("MILK", 1, 0)),
              false,
              null);
      assertThatThrownBy(() -> transfer.receive("d", wrong, OTHER))
          .isInstanceOfSatisfying(
              Refusal.class,
              e -> assertThat(e.violations().getFirst().pointer()).isEqualTo("/lines/1/sku"));
      assertThatThrownBy(
              () -> transfer.receive("d", new Delivery.Count(List.of(), false, null), OTHER))
          .isInstanceOf(Refusal.class);
    }

    private TransferLine lineAfter(Delivery.Count count) {
      Transfer transfer = in(TransferStatus.SHIPPED);
      delivered(transfer, "d", count);
      assertThat(transfer.status()).isEqualTo(TransferStatus.RECEIVED);
      assertThat(transfer.lines().getFirst().open()).isZero();
      return transfer.lines().getFirst();
    }

    private static TransferLine line(int good, int damaged, int missing, int surplus) {
      return new TransferLine("TEA", 5, good, damaged, missing, surplus, 0);
    }
  }

  @Test
  void cancellingOnTheWayGivesBackWhatHasNotArrived() {
    Transfer transfer = in(TransferStatus.PARTLY_RECEIVED);

    transfer.cancel("flood", OTHER);
    transfer.carried(TransferStatus.RETURNING, transfer.attempt(), OTHER);

    assertThat(transfer.status()).isEqualTo(TransferStatus.CANCELLED);
    assertThat(transfer.lines().getFirst()).isEqualTo(new TransferLine("TEA", 5, 1, 0, 0, 0, 4));
    assertThat(events(transfer, TransferCancelled.class).getFirst().reason()).isEqualTo("flood");
  }

  @Test
  void whatIsShortGoesBackToApproved() {
    Transfer transfer = in(TransferStatus.PICKING);

    transfer.fallShort(transfer.attempt(), List.of(new Shortage("TEA", 5, 1)), OTHER);
    transfer.carried(TransferStatus.UNPICKING, transfer.attempt(), OTHER);

    assertThat(transfer.status()).isEqualTo(TransferStatus.APPROVED);
    assertThat(transfer.shortages()).hasSize(1);
    assertThat(events(transfer, TransferShipped.class)).isEmpty();
  }

  @Test
  void linesOfOneSkuAreOneAndTheyAreSorted() {
    var plan =
        new TransferPlan(
            "a",
            "b",
            List.of(new StockLine("TEA", 1), new StockLine("CUP", 2), new StockLine("TEA", 3)),
            null);
    assertThat(plan.lines()).containsExactly(new StockLine("CUP", 2), new StockLine("TEA", 4));
  }

  private static Transfer in(TransferStatus status) {
    Transfer transfer = Transfer.draft("t1", "c1", "T-000001", plan(5), REQUESTER);
    switch (status) {
      case DRAFT -> {}
      case SUBMITTED -> transfer.submit(true, ServedShops.ALL, REQUESTER);
      case APPROVED -> transfer.submit(false, ServedShops.ALL, REQUESTER);
      case REJECTED -> {
        transfer.submit(true, ServedShops.ALL, REQUESTER);
        transfer.reject("no", OTHER);
      }
      case PICKING -> {
        transfer.submit(false, ServedShops.ALL, REQUESTER);
        transfer.ship(OTHER);
      }
      case UNPICKING -> {
        Transfer picking = in(TransferStatus.PICKING);
        picking.fallShort(picking.attempt(), List.of(), OTHER);
        return picking;
      }
      case DISPATCHING -> {
        Transfer picking = in(TransferStatus.PICKING);
        picking.carried(TransferStatus.PICKING, picking.attempt(), OTHER);
        return picking;
      }
      case SHIPPED -> {
        Transfer dispatching = in(TransferStatus.DISPATCHING);
        dispatching.carried(TransferStatus.DISPATCHING, dispatching.attempt(), OTHER);
        return dispatching;
      }
      case BOOKING -> {
        Transfer shipped = in(TransferStatus.SHIPPED);
        shipped.receive("first", count(1, 0, false, null), OTHER);
        return shipped;
      }
      case PARTLY_RECEIVED -> {
        Transfer booking = in(TransferStatus.BOOKING);
        booking.carried(TransferStatus.BOOKING, booking.attempt(), OTHER);
        return booking;
      }
      case RECEIVED -> {
        Transfer shipped = in(TransferStatus.SHIPPED);
        delivered(shipped, "all", count(5, 0, false, null));
        return shipped;
      }
      case RETURNING -> {
        Transfer shipped = in(TransferStatus.SHIPPED);
        shipped.cancel("why", OTHER);
        return shipped;
      }
      case CANCELLED -> transfer.cancel("why", OTHER);
    }
    assertThat(transfer.status()).isEqualTo(status);
    return transfer;
  }

  private static void delivered(Transfer transfer, String id, Delivery.Count count) {
    transfer.receive(id, count, OTHER);
    transfer.carried(TransferStatus.BOOKING, transfer.attempt(), OTHER);
  }

  private static TransferPlan plan(int quantity) {
    return new TransferPlan("w1", "w2", List.of(new StockLine("TEA", quantity)), null);
  }

  private static Delivery.Count count(int good, int damaged, boolean last, String reason) {
    List<Delivery.Counted> counted =
        good + damaged == 0 ? List.of() : List.of(new Delivery.Counted("TEA", good, damaged));
    return new Delivery.Count(counted, last, reason);
  }

  private static <T extends Message> List<T> events(Transfer transfer, Class<T> type) {
    return transfer.recorded().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Class<?>> kinds(Transfer transfer) {
    return transfer.recorded().stream().<Class<?>>map(Object::getClass).toList();
  }
}
