package io.emporium.inventory.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.events.catalog.ProductCreated;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductEvent;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.catalog.ProductUpdated;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is heard of products, however often and in whatever order.
@ServiceTest
class ProductReplicaIT {

  @Autowired private TestBroker broker;
  @Autowired private RecordStore<ProductReplica> products;

  private final String company = "c-" + UUID.randomUUID();
  private final String product = "p-" + UUID.randomUUID();

  @Test
  void theNewestCountsHoweverOftenAndInWhateverOrderItComes() {
    ProductEvent created = new ProductCreated(product("OLD"));
    ProductEvent updated = new ProductUpdated(product("NEW"));
    hear(2, updated);
    awaitSkus("NEW");

    hear(1, created);
    hear(2, updated);
    hear(1, created);
    ProductEvent deleted = new ProductDeleted(product("NEW"));
    hear(4, deleted);
    awaitSkus();

    hear(3, updated);
    hear(5, updated);
    awaitSkus("NEW");
    assertThat(products.find(Scope.company("another"), product)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsParked() {
    int before = broker.depth("inventory.parking");
    broker.deliverRaw(
        ProductUpdated.class, "{\"odd\":".getBytes(StandardCharsets.UTF_8), "poison-product");
    await().until(() -> broker.depth("inventory.parking"), depth -> depth == before + 1);
  }

  private void hear(long version, ProductEvent event) {
    var _ = broker.deliver(TestBroker.envelope(product, company, version, event));
  }

  private void awaitSkus(String... skus) {
    await()
        .untilAsserted(
            () ->
                assertThat(products.find(Scope.company(company), product).map(ProductReplica::skus))
                    .contains(List.of(skus)));
  }

  private ProductSnapshot product(String sku) {
    var variant =
        new VariantSnapshot(
            sku, null, Map.of(), Money.of(100, "USD"), null, "standard", null, null);
    return new ProductSnapshot(
        product, company, "shop", "Tea", "tea", null, null, "published", List.of(variant));
  }
}
