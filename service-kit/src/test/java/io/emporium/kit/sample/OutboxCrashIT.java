package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.StockReleased;
import io.emporium.kit.outbox.OutboxRelay;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.Halts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/// The process dies at each boundary; afterwards nothing is lost and nothing happened twice.
@ServiceTest
class OutboxCrashIT {

  private static final Scope ACME = Scope.company("acme");

  @Autowired private AggregateStore<Parcel> parcels;
  @Autowired private OutboxRelay relay;
  @Autowired private Halts halts;
  @Autowired private TestBroker broker;
  @Autowired private MongoOperations mongo;

  @BeforeAll
  static void aDyingThreadIsExpected() {
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  @Test
  void aDeathBeforeTheWriteLeavesNothing() {
    Parcel parcel = newParcel();
    halts.haltNextAt("store.before-write");

    assertThatThrownBy(() -> parcels.create(parcel)).isInstanceOf(Halts.Halt.class);

    assertThat(parcels.find(ACME, parcel.id())).isEmpty();
  }

  @Test
  void aDeathAfterTheWriteStillPublishes() {
    Parcel parcel = newParcel();
    halts.haltNextAt("store.after-write");

    assertThatThrownBy(() -> parcels.create(parcel)).isInstanceOf(Halts.Halt.class);

    assertPublishedOnceAndCleared(parcel);
  }

  @Test
  void whatADeathLeftBehindDoesNotWaitUntilItsDocumentIsQuiet() {
    Parcel parcel = newParcel();
    halts.haltNextAt("store.after-write");
    assertThatThrownBy(() -> parcels.create(parcel)).isInstanceOf(Halts.Halt.class);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              var _ = parcels.change(ACME, parcel.id(), found -> found.weigh(null));
              return !broker
                  .published(ReservationExpired.class, e -> e.orderId().equals(parcel.id()))
                  .isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"outbox.before-publish", "outbox.after-publish", "outbox.after-pull"})
  void aDeathOfTheRelayStillPublishes(String point) {
    Parcel parcel = newParcel();
    halts.haltNextAt(point);

    assertThat(parcels.create(parcel)).isTrue();
    await().until(() -> halts.haltedAt(point));
    restartRelay();

    assertPublishedOnceAndCleared(parcel);
  }

  @Test
  void aDeathBeforeTheAcknowledgementHasOneEffect() {
    Parcel parcel = newParcel();
    assertThat(parcels.create(parcel)).isTrue();
    halts.haltNextAt("consumer.before-ack");

    var command = broker.deliver("acme", weigh(parcel));
    await().until(() -> halts.haltedAt("consumer.before-ack"));
    broker.deliver(command);
    broker.deliver(command);
    broker.deliver("acme", weigh(parcel));

    await().until(() -> parcels.get(ACME, parcel.id()).weighings() >= 2);
    assertThat(parcels.get(ACME, parcel.id()).weighings()).isEqualTo(2);
    broker.awaitPublished(
        StockReleased.class, e -> e.orderId().equals(parcel.id()) && e.reason().equals("2"));
    assertThat(broker.published(StockReleased.class, e -> e.orderId().equals(parcel.id())))
        .hasSize(2);
  }

  @Test
  void eventsOfOneAggregateArriveInOrder() {
    Parcel parcel = newParcel();
    assertThat(parcels.create(parcel)).isTrue();

    for (int i = 0; i < 50; i++) {
      var _ = parcels.change(ACME, parcel.id(), found -> found.weigh(null));
    }

    await()
        .untilAsserted(
            () ->
                assertThat(
                        broker
                            .published(StockReleased.class, e -> e.orderId().equals(parcel.id()))
                            .stream()
                            .map(envelope -> envelope.aggregateversion()))
                    .hasSize(50)
                    .isSorted());
  }

  @Test
  void aSaveDoesNotBringBackWhatWasPublished() {
    Parcel parcel = newParcel();
    assertThat(parcels.create(parcel)).isTrue();
    assertPublishedOnceAndCleared(parcel);

    var _ = parcels.change(ACME, parcel.id(), found -> found.weigh("note"));
    var _ = parcels.change(ACME, parcel.id(), found -> found.weigh(null));

    assertThat(parcels.get(ACME, parcel.id()).note()).isNull();
    await().untilAsserted(() -> assertThat(outboxOf(parcel)).isEmpty());
    assertThat(broker.published(ReservationExpired.class, e -> e.orderId().equals(parcel.id())))
        .hasSize(1);
  }

  private void assertPublishedOnceAndCleared(Parcel parcel) {
    var envelope =
        broker.awaitPublished(ReservationExpired.class, e -> e.orderId().equals(parcel.id()));
    assertThat(envelope.id()).isEqualTo(parcel.id() + ":1:0");
    await().untilAsserted(() -> assertThat(outboxOf(parcel)).isEmpty());
    assertThat(broker.published(ReservationExpired.class, e -> e.orderId().equals(parcel.id())))
        .hasSize(1);
  }

  private List<?> outboxOf(Parcel parcel) {
    return mongo
        .getCollection("parcels")
        .find(new org.bson.Document("_id", parcel.id()).append("companyId", "acme"))
        .first()
        .getList("outbox", Object.class);
  }

  private void restartRelay() {
    relay.stop();
    relay.start();
  }

  private static Parcel newParcel() {
    return new Parcel(UUID.randomUUID().toString(), "acme", "shop-1", "customer-1");
  }

  private static ReserveStock weigh(Parcel parcel) {
    return new ReserveStock(parcel.id(), "shop-1", List.of(), Instant.EPOCH);
  }
}
