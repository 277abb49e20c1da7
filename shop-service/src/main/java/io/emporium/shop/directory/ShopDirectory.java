package io.emporium.shop.directory;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import io.emporium.shop.companies.Companies;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Open shops of active companies, for everybody. Standing is looked up when the directory is read,
/// so that the order in which news of shops and of companies arrives does not matter.
@Component
public class ShopDirectory {

  private final SharedStore<PublicShop> shops;
  private final Companies companies;

  ShopDirectory(SharedStore<PublicShop> shops, Companies companies) {
    this.shops = shops;
    this.companies = companies;
  }

  /// @param narrowing a filter on stored fields other than company and openness
  /// @param companyId null for the shops of all
  public Page<PublicShop> open(Document narrowing, @Nullable String companyId, PageQuery query) {
    Document filter = new Document(narrowing).append("open", true);
    List<String> inactive = companies.inactive();
    if (companyId != null) {
      filter.append("companyId", new Document("$eq", companyId).append("$nin", inactive));
    } else if (!inactive.isEmpty()) {
      filter.append("companyId", new Document("$nin", inactive));
    }
    return shops.page(filter, query);
  }

  public PublicShop get(String id) {
    return shops
        .find(id)
        .filter(PublicShop::open)
        .filter(shop -> companies.mayTrade(shop.companyId()))
        .orElseThrow(() -> Refusal.notFound("shop", id));
  }
}
