package io.emporium.inventory.config;

import io.emporium.inventory.batch.Batch;
import io.emporium.inventory.batch.BatchChunk;
import io.emporium.inventory.movement.StockMovement;
import io.emporium.inventory.replica.CompanyReplica;
import io.emporium.inventory.replica.ProductReplica;
import io.emporium.inventory.replica.ShopReplica;
import io.emporium.inventory.reservation.Reservation;
import io.emporium.inventory.stock.Receipt;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.transfer.Transfer;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Counters;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of inventorydb.
@Configuration(proxyBeanMethods = false)
class InventoryStores {

  // Threads of one process take turns; only other processes can win against a write here.
  private static final int STOCK_ATTEMPTS = 50;

  @Bean
  AggregateStore<Warehouse> warehouses(Stores stores, IndexPlan indexes) {
    indexes.unique("warehouses", "companyId", "code");
    return stores.aggregates(Warehouse.class);
  }

  @Bean
  AggregateStore<StockItem> stockItemStore(Stores stores, IndexPlan indexes) {
    indexes
        .index("stock_items", "companyId", "sku")
        .index("stock_items", "sku")
        .index("stock_items", "warehouseId")
        .index("stock_items", "companyId", "updatedAt")
        // What the public sees, in the order in which it usually asks for it.
        .index("stock_items", "listing.state", "sku", "_id")
        .index("stock_items", "listing.productId", "companyId")
        .index("stock_items", "orders.open.expiresAt");
    return stores.aggregates(StockItem.class).withAttempts(STOCK_ATTEMPTS);
  }

  @Bean
  AggregateStore<Receipt> receipts(Stores stores, IndexPlan indexes) {
    indexes.index("receipts", "dueAt");
    return stores.aggregates(Receipt.class);
  }

  @Bean
  AggregateStore<Reservation> reservationStore(Stores stores, IndexPlan indexes) {
    indexes
        .index("reservations", "dueAt")
        .index("reservations", "companyId", "status")
        .index("reservations", "shopId");
    return stores.aggregates(Reservation.class).withAttempts(10);
  }

  @Bean
  AggregateStore<Transfer> transferStore(Stores stores, IndexPlan indexes) {
    indexes
        .index("transfers", "dueAt")
        .index("transfers", "companyId", "status")
        .index("transfers", "fromWarehouseId")
        .index("transfers", "toWarehouseId");
    return stores.aggregates(Transfer.class);
  }

  @Bean
  AggregateStore<Batch> batches(Stores stores, IndexPlan indexes) {
    indexes.index("batches", "dueAt").index("batches", "companyId", "createdBy");
    return stores.aggregates(Batch.class);
  }

  @Bean
  RecordStore<BatchChunk> batchChunks(Stores stores) {
    return stores.records(BatchChunk.class);
  }

  @Bean
  Counters counters(Stores stores) {
    return stores.counters();
  }

  @Bean
  RecordStore<StockMovement> movements(Stores stores, IndexPlan indexes) {
    indexes
        .index("stock_movements", "itemId", "itemVersion")
        .index("stock_movements", "companyId", "occurredAt")
        .index("stock_movements", "reference");
    return stores.records(StockMovement.class);
  }

  @Bean
  RecordStore<ProductReplica> products(Stores stores, IndexPlan indexes) {
    indexes.index("product_replicas", "companyId", "skus");
    return stores.records(ProductReplica.class);
  }

  @Bean
  SharedStore<ShopReplica> shops(Stores stores) {
    return stores.shared(ShopReplica.class);
  }

  @Bean
  SharedStore<CompanyReplica> companies(Stores stores) {
    return stores.shared(CompanyReplica.class);
  }
}
