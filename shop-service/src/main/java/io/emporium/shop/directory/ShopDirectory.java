package io.emporium.shop.directory;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Open shops of active companies, for everybody. Standing is looked up when the directory is read,
/// so that the order in which news of shops and of companies arrives does not matter.
@Component
public class ShopDirectory {

  // Suspended and closed companies are few; if they ever are not, the oldest stay listed.
  private static final PageQuery INACTIVE = PageQuery.first(1_000);

  private final SharedStore<PublicShop> shops;
  private final SharedStore<CompanyStanding> companies;

  ShopDirectory(SharedStore<PublicShop> shops, SharedStore<CompanyStanding> companies) {
    this.shops = shops;
    this.companies = companies;
  }

  public Page<PublicShop> open(PageQuery query) {
    List<String> inactive =
        companies.list(new Document("active", false), INACTIVE).stream()
            .map(CompanyStanding::companyId)
            .toList();
    Document filter = new Document("open", true);
    if (!inactive.isEmpty()) {
      filter.append("companyId", new Document("$nin", inactive));
    }
    return shops.page(filter, query);
  }

  public PublicShop get(String id) {
    return shops
        .find(id)
        .filter(PublicShop::open)
        .filter(shop -> mayTrade(shop.companyId()))
        .orElseThrow(() -> Refusal.notFound("shop", id));
  }

  private boolean mayTrade(String companyId) {
    return companies.find(companyId).map(CompanyStanding::active).orElse(true);
  }
}
