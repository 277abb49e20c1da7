package io.emporium.inventory.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestBroker;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is heard of companies and shops, however often and in whatever order.
@ServiceTest
class ReplicaIT {

  @Autowired private TestBroker broker;
  @Autowired private SharedStore<CompanyReplica> companies;
  @Autowired private SharedStore<ShopReplica> shops;

  private final String id = UUID.randomUUID().toString();

  @Test
  void theNewestOfACompanyCountsHoweverOftenAndInWhateverOrderItComes() {
    hear(3, new CompanySettingsChanged(company(id, 30)));
    await().until(() -> threshold(id), Optional.of(30L)::equals);

    hear(1, new CompanyCreated(company(id, 10)));
    hear(2, new CompanySettingsChanged(company(id, 20)));
    hear(3, new CompanySettingsChanged(company(id, 30)));
    String next = UUID.randomUUID().toString();
    var _ =
        broker.deliver(TestBroker.envelope(next, next, 1, new CompanyCreated(company(next, 1))));

    await().until(() -> threshold(next).isPresent());
    assertThat(threshold(id)).contains(30L);
  }

  @Test
  void theNewestOfAShopCountsHoweverOftenAndInWhateverOrderItComes() {
    hear(3, new ShopUpdated(shop(id, "w3")));
    await().until(() -> priority(id), Optional.of(List.of("w3"))::equals);

    hear(1, new ShopCreated(shop(id, "w1")));
    hear(2, new ShopOpened(shop(id, "w2")));
    hear(3, new ShopUpdated(shop(id, "w3")));
    String next = UUID.randomUUID().toString();
    var _ = broker.deliver(TestBroker.envelope(next, next, 1, new ShopCreated(shop(next, "w1"))));

    await().until(() -> priority(next).isPresent());
    assertThat(priority(id)).contains(List.of("w3"));
  }

  private void hear(long version, Message event) {
    var _ = broker.deliver(TestBroker.envelope(id, id, version, event));
  }

  private Optional<Long> threshold(String company) {
    return companies.find(company).map(CompanyReplica::lowStockThreshold);
  }

  private Optional<List<String>> priority(String shop) {
    return shops.find(shop).map(ShopReplica::warehousePriority);
  }

  private static CompanySnapshot company(String id, long threshold) {
    return SampleCompany.of(id).lowAt(threshold).snapshot();
  }

  private ShopSnapshot shop(String id, String warehouse) {
    return new ShopSnapshot(
        id,
        id,
        "Tea House",
        "tea",
        "open",
        ZoneId.of("UTC"),
        List.of(warehouse),
        List.of(),
        List.of());
  }
}
