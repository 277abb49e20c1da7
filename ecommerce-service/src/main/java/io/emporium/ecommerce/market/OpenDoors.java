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
    var _ = shop.open() ? closedShops.remove(shop.id()) : closedShops.add(shop.id());
  }

  public void learn(SellingCompany company) {
    var _ =
        company.active() ? closedCompanies.remove(company.id()) : closedCompanies.add(company.id());
    thresholds.put(company.id(), company.lowStockThreshold());
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
