package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

/// What becomes of messages that cannot be handled.
@ServiceTest
class ConsumerIT {

  private static final Scope ACME = Scope.company("acme");

  @Autowired private AggregateStore<Parcel> parcels;
  @Autowired private TestBroker broker;
  @Autowired private AmqpAdmin admin;

  @BeforeEach
  void emptyParking() {
    var _ = admin.purgeQueue("sample.parking");
    var _ = admin.purgeQueue("sample.retry.5s");
  }

  static Stream<Named<byte[]>> poison() {
    String envelope = "{\"type\":\"inventory.reserve\",\"id\":\"1\",\"subject\":\"s\",\"data\":";
    return Stream.of(
        kind("nothing", ""),
        kind("half an object", "{"),
        kind("an array", "[]"),
        kind("null", "null"),
        kind("a text", "\"text\""),
        kind("an empty object", "{}"),
        kind("no id", "{\"type\":\"inventory.reserve\"}"),
        kind("an unknown version", "{\"type\":\"inventory.reserve.v9\",\"id\":\"1\",\"data\":{}}"),
        kind("wrong data", envelope + "{\"lines\":7}}"),
        kind("no data", envelope + "null}"),
        kind("a class for a type", "{\"type\":\"java.lang.Runtime\",\"id\":\"1\",\"data\":{}}"),
        kind("a number for a type", "{\"type\":7,\"id\":\"1\",\"subject\":\"s\",\"data\":{}}"),
        kind("no tenant", envelope + "{\"orderId\":\"o\",\"shopId\":\"s\",\"lines\":[]}}"),
        kind("a deep nest", "[".repeat(100_000)),
        Named.of("no UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}));
  }

  private static Named<byte[]> kind(String name, String body) {
    return Named.of(name, body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("poison")
  void poisonIsParkedAndGoodTrafficGoesOn(byte[] body) {
    Parcel parcel = storedParcel();

    broker.deliverRaw(ReserveStock.class, body, "poison");
    broker.deliver("acme", weigh(parcel.id(), "shop-1"));

    await().until(() -> parcels.get(ACME, parcel.id()).weighings() == 1);
    await().until(() -> broker.depth("sample.parking") == 1);
  }

  @Test
  void aRefusalIsParkedAtOnce() {
    broker.deliver("acme", weigh("any", "refuses"));

    await().until(() -> broker.depth("sample.parking") == 1);
  }

  @Test
  void whatFailsOtherwiseWaitsForAnotherAttempt() {
    broker.deliver("acme", new DeductStock("any"));

    await().until(() -> broker.depth("sample.retry.5s") == 1);
    assertThat(broker.depth("sample.parking")).isZero();
  }

  @Test
  void whatArrivesBeforeItsAggregateIsHandledAfterIt() {
    String id = UUID.randomUUID().toString();
    broker.deliver("acme", weigh(id, "shop-1"));
    await().until(() -> broker.depth("sample.retry.5s") == 1);

    assertThat(parcels.create(new Parcel(id, "acme", "shop-1", "customer-1"))).isTrue();

    await()
        .atMost(java.time.Duration.ofSeconds(15))
        .until(() -> parcels.get(ACME, id).weighings() == 1);
  }

  @Test
  void aMessageOfAnotherTenantFindsNothing() {
    Parcel parcel = storedParcel();

    broker.deliver("another-company", weigh(parcel.id(), "shop-1"));

    await().until(() -> broker.depth("sample.retry.5s") == 1);
    assertThat(parcels.get(ACME, parcel.id()).weighings()).isZero();
  }

  private Parcel storedParcel() {
    Parcel parcel = new Parcel(UUID.randomUUID().toString(), "acme", "shop-1", "customer-1");
    assertThat(parcels.create(parcel)).isTrue();
    return parcel;
  }

  private static ReserveStock weigh(String id, String shopId) {
    return new ReserveStock(id, shopId, List.of(), Instant.EPOCH);
  }
}
