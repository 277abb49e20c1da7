package io.emporium.ecommerce.market;

import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Who may sell right now, in memory, since every search asks. What is unknown here may sell: news
/// of it has not come yet, and nothing of it is published.
@Component
public class OpenDoors {

  private static final int BATCH = 500;

  private final SharedStore<SellingShop> shops;
  private final SharedStore<SellingCompany> companies;
  private final Set<String> closedShops = ConcurrentHashMap.newKeySet();
  private final Set<String> closedCompanies = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> thresholds = new ConcurrentHashMap<>();
  private final Map<String, Long> versions = new ConcurrentHashMap<>();

  OpenDoors(SharedStore<SellingShop> shops, SharedStore<SellingCompany> companies) {
    this.shops = shops;
    this.companies = companies;
  }

  public boolean areOpen(String companyId, String shopId) {
    return !closedShops.contains(shopId) && !closedCompanies.contains(companyId);
  }

  public Set<String> closedShops() {
    return closedShops;
  }

  public Set<String> closedCompanies() {
    return closedCompanies;
  }

  /// What the company calls low stock where a SKU has no threshold of its own.
  public long lowStockThreshold(String companyId) {
    return thresholds.getOrDefault(companyId, 0L);
  }

  public void learn(SellingShop shop) {
    learn(shop.id(), shop.sourceVersion(), () -> mark(closedShops, shop.id(), !shop.open()));
  }

  public void learn(SellingCompany company) {
    learn(
        company.id(),
        company.sourceVersion(),
        () -> {
          mark(closedCompanies, company.id(), !company.active());
          thresholds.put(company.id(), company.lowStockThreshold());
        });
  }

  // Live news and what is read from the database meet here; the older of them must not undo the
  // newer.
  private void learn(String id, long version, Runnable effect) {
    var _ =
        versions.compute(
            id,
            (_, known) -> {
              if (known != null && known > version) {
                return known;
              }
              effect.run();
              return version;
            });
  }

  private static void mark(Set<String> closed, String id, boolean isClosed) {
    var _ = isClosed ? closed.add(id) : closed.remove(id);
  }

  /// Reads everything again: at the start, and now and then, should live news have been missed.
  public void reload() {
    every(shops).forEach(this::learn);
    every(companies).forEach(this::learn);
  }

  private static <T> List<T> every(SharedStore<T> store) {
    List<T> all = new ArrayList<>();
    List<T> batch;
    int page = 0;
    do {
      batch =
          store.list(new Document(), new PageQuery(page++, BATCH, List.of()).sortedBy("_id", true));
      all.addAll(batch);
    } while (batch.size() == BATCH);
    return all;
  }
}
