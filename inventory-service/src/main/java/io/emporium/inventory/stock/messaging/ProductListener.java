package io.emporium.inventory.stock.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductEvent;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.inventory.replica.ProductReplica;
import io.emporium.inventory.stock.ListStock;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.store.RecordStore;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps what stock needs to know of products, then has the items follow it.
@Component
@Consumes("products")
class ProductListener {

  private final RecordStore<ProductReplica> products;
  private final ListStock list;

  ProductListener(RecordStore<ProductReplica> products, ListStock list) {
    this.products = products;
    this.list = list;
  }

  @Handles
  void on(ProductEvent event, Envelope<?> envelope) {
    ProductSnapshot product = event.product();
    List<String> skus =
        event instanceof ProductDeleted
            ? List.of()
            : product.variants().stream().map(VariantSnapshot::sku).toList();
    ProductReplica replica =
        new ProductReplica(
            product.productId(),
            product.companyId(),
            product.name(),
            skus,
            product.status().equals("published"));
    var _ = products.replaceIfNewer(replica, envelope.aggregateversion());
    // Old news too: it may be news that was cut off right here.
    list.handle(replica);
  }
}
