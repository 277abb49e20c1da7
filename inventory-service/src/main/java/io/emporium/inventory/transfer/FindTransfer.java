package io.emporium.inventory.transfer;

import io.emporium.inventory.warehouse.FindWarehouse;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Transfers for people. Managers and staff see those from or to a warehouse that serves one of
/// their shops.
@Component
public class FindTransfer {

  /// What is left out does not narrow.
  public record Filter(
      @Nullable TransferStatus status,
      @Nullable String from,
      @Nullable String to,
      @Nullable String sku) {

    private List<Document> toDocuments() {
      List<Document> all = new ArrayList<>();
      if (status != null) {
        all.add(new Document("status", status.name()));
      }
      if (from != null) {
        all.add(new Document("fromWarehouseId", from));
      }
      if (to != null) {
        all.add(new Document("toWarehouseId", to));
      }
      if (sku != null) {
        all.add(new Document("freight.lines.sku", sku));
      }
      return all;
    }
  }

  private final AggregateStore<Transfer> store;
  private final FindWarehouse warehouses;

  FindTransfer(AggregateStore<Transfer> store, FindWarehouse warehouses) {
    this.store = store;
    this.warehouses = warehouses;
  }

  /// @throws Refusal not found, alike for unknown ones and those that are none of the caller's
  public Transfer byId(Caller caller, String id) {
    Transfer transfer = store.get(caller.companyScope(), id);
    boolean visible =
        warehouses
            .limit(caller)
            .map(
                mine ->
                    mine.contains(transfer.fromWarehouseId())
                        || mine.contains(transfer.toWarehouseId()))
            .orElse(true);
    if (!visible) {
      throw Refusal.notFound("transfer", id);
    }
    return transfer;
  }

  public Page<Transfer> page(Caller caller, Filter filter, PageQuery page) {
    List<Document> all = filter.toDocuments();
    Optional<Set<String>> mine = warehouses.limit(caller);
    if (mine.isPresent()) {
      Document among = new Document("$in", List.copyOf(mine.get()));
      all.add(
          new Document(
              "$or",
              List.of(
                  new Document("fromWarehouseId", among), new Document("toWarehouseId", among))));
    }
    Document query = new Document();
    all.forEach(query::putAll);
    return store.page(caller.companyScope(), query, page);
  }

  /// For the check: those of which goods may be on their way, in chunks by id.
  ///
  /// @param lastId of the chunk before; empty for the first
  public List<Transfer> inTransitAfter(Scope scope, String lastId, int chunk) {
    List<String> statuses =
        List.of(TransferStatus.SHIPPED.name(), TransferStatus.PARTLY_RECEIVED.name());
    Document filter =
        new Document("status", new Document("$in", statuses))
            .append("_id", new Document("$gt", lastId));
    return store.list(scope, filter, PageQuery.first(chunk).sortedBy("_id", true));
  }

  /// Those of the ids that exist.
  public List<Transfer> among(Scope scope, Set<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : store.list(
            scope,
            new Document("_id", new Document("$in", List.copyOf(ids))),
            PageQuery.first(ids.size()));
  }

  /// How many wait for their stock to be written.
  public long underWay(Scope scope) {
    return store.count(scope, new Document("dueAt", new Document("$gt", Instant.EPOCH)));
  }
}
