package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.ReleaseStock;
import io.emporium.kit.sample.SampleApplication.BulkListener;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

/// What becomes of messages that are taken together.
@ServiceTest
class BatchConsumerIT {

  private static final Scope ACME = Scope.company("acme");

  @Autowired private AggregateStore<Parcel> parcels;
  @Autowired private BulkListener bulk;
  @Autowired private TestBroker broker;
  @Autowired private AmqpAdmin admin;

  @BeforeEach
  void emptyParking() {
    var _ = admin.purgeQueue("sample.parking");
  }

  @Test
  void oneThatCannotBeHandledIsParkedAndItsNeighboursAreHandled() {
    List<Parcel> good = storedParcels(15);

    good.subList(0, 5).forEach(parcel -> release(parcel, "any"));
    broker.deliverRaw(ReleaseStock.class, "{".getBytes(StandardCharsets.UTF_8), "poison");
    good.subList(5, 10).forEach(parcel -> release(parcel, "any"));
    release(good.getFirst(), "refused");
    good.subList(10, 15).forEach(parcel -> release(parcel, "any"));

    await().until(() -> weighings(good), each -> each.stream().allMatch(times -> times == 1));
    await().until(() -> broker.depth("sample.parking") == 2);
  }

  @Test
  void oneThatEndsInAnErrorIsTriedAgainAndNothingIsDoneTwice() {
    List<Parcel> good = storedParcels(12);
    bulk.dieOnce();

    good.subList(0, 6).forEach(parcel -> release(parcel, "any"));
    release(good.get(6), "deadly");
    good.subList(7, 12).forEach(parcel -> release(parcel, "any"));

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> weighings(good), each -> each.stream().allMatch(times -> times == 1));
    assertThat(bulk.died()).isTrue();
    assertThat(broker.depth("sample.parking")).isZero();
  }

  private void release(Parcel parcel, String reason) {
    broker.deliver("acme", new ReleaseStock(parcel.id(), reason));
  }

  private List<Integer> weighings(List<Parcel> of) {
    return of.stream().map(parcel -> parcels.get(ACME, parcel.id()).weighings()).toList();
  }

  private List<Parcel> storedParcels(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            _ -> {
              Parcel parcel =
                  new Parcel(UUID.randomUUID().toString(), "acme", "shop-1", "customer-1");
              assertThat(parcels.create(parcel)).isTrue();
              return parcel;
            })
        .toList();
  }
}
