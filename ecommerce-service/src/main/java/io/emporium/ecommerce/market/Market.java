package io.emporium.ecommerce.market;

import io.emporium.kit.messaging.News;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.SharedStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Shops and companies as stored here.
@Component
public class Market {

  private final SharedStore<SellingShop> shops;
  private final SharedStore<SellingCompany> companies;
  private final News news = new News();

  Market(SharedStore<SellingShop> shops, SharedStore<SellingCompany> companies) {
    this.shops = shops;
    this.companies = companies;
  }

  /// The shop, waiting a little for news of it.
  public Optional<SellingShop> awaitShop(String shopId) {
    return news.await(() -> shops.find(shopId));
  }

  /// The company, waiting a little for news of it.
  ///
  /// @throws Refusal unavailable, when none come: without it nobody knows what its prices are in
  public SellingCompany awaitCompany(String companyId) {
    return news.await(() -> companies.find(companyId))
        .orElseThrow(
            () ->
                new Refusal(
                        Category.UNAVAILABLE,
                        "company_not_known_yet",
                        "News of the company is on its way")
                    .retryAfterSeconds(1));
  }

  public List<SellingShop> shops(List<String> ids) {
    return shops.findAll(ids);
  }

  public Optional<SellingCompany> company(String companyId) {
    return companies.find(companyId);
  }

  /// Keeps a shop unless newer news of it came before.
  public void keep(SellingShop shop) {
    var _ = shops.replaceIfNewer(shop, shop.sourceVersion());
    news.announce();
  }

  /// Keeps a company unless newer news of it came before.
  public void keep(SellingCompany company) {
    var _ = companies.replaceIfNewer(company, company.sourceVersion());
    news.announce();
  }
}
