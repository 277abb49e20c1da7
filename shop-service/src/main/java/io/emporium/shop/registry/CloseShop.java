package io.emporium.shop.registry;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.shop.trade.Commitments;
import io.emporium.shop.trade.OpenTrade;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// A shop is closed, once nothing of it is unfinished.
///
/// Close and a new order may race. An order that sales-service accepts before it has heard of the
/// closing wins and runs to its end in the closed shop; one that comes later is refused there. Who
/// wants no such order pauses the shop first, which ends new orders but needs nothing finished.
@Component
public class CloseShop {

  // Far more than a company has shops; those beyond would only make closing stricter.
  private static final PageQuery NEIGHBOURS = PageQuery.first(1_000);

  private final AggregateStore<Shop> shops;
  private final Commitments commitments;

  CloseShop(AggregateStore<Shop> shops, Commitments commitments) {
    this.shops = shops;
    this.commitments = commitments;
  }

  public Shop handle(Scope scope, String id) {
    return shops.change(scope, id, shop -> shop.close(tradeOf(shop)));
  }

  private OpenTrade tradeOf(Shop shop) {
    List<Shop> neighbours = neighboursOf(shop);
    // A transfer is between warehouses. Its goods lose their shop only where no other shop sells
    // from there.
    Set<String> own = new HashSet<>(shop.details().warehousePriority());
    neighbours.forEach(other -> own.removeAll(other.details().warehousePriority()));
    return commitments.of(
        shop.company(), shop.id(), own, neighbours.stream().map(Shop::id).toList());
  }

  private List<Shop> neighboursOf(Shop shop) {
    Document others =
        new Document("_id", new Document("$ne", shop.id()))
            .append("status", new Document("$ne", ShopStatus.CLOSED.name()));
    return shops.list(Scope.company(shop.company()), others, NEIGHBOURS);
  }
}
