package io.emporium.sales.offer;

import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.web.Turns;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Products, shops and companies as their services last announced them: orders are taken from this
/// alone. What has only just been announced elsewhere may still be on its way, so a look that finds
/// nothing waits for it, briefly.
@Component
public class Marketplace {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final SharedStore<Offer> offers;
  private final SharedStore<ShopTerms> shops;
  private final SharedStore<CompanyTerms> companies;
  private final Recent<ShopTerms> recentShops = new Recent<>();
  private final Recent<CompanyTerms> recentCompanies = new Recent<>();
  private final Arrivals arrivals;

  Marketplace(
      SharedStore<Offer> offers,
      SharedStore<ShopTerms> shops,
      SharedStore<CompanyTerms> companies,
      Arrivals arrivals) {
    this.offers = offers;
    this.shops = shops;
    this.companies = companies;
    this.arrivals = arrivals;
  }

  /// What is known of the products, whether it can be bought or not.
  public Map<String, Offer> offers(Collection<String> productIds) {
    Map<String, Offer> known = new HashMap<>();
    var _ =
        patiently(
            () -> {
              List<String> open =
                  productIds.stream()
                      .filter(id -> !known.containsKey(id) || !known.get(id).settled())
                      .toList();
              offers.findAll(open).forEach(offer -> known.put(offer.productId(), offer));
              boolean settled =
                  known.keySet().containsAll(productIds)
                      && known.values().stream().allMatch(Offer::settled);
              return settled ? Optional.of(known) : Optional.empty();
            });
    return known;
  }

  /// @throws Refusal unavailable when nothing has been heard of the shop yet
  public ShopTerms shop(String shopId) {
    return findShop(shopId).orElseThrow(() -> notYetKnown("shop"));
  }

  /// As [#shop], for whoever may have made up the id.
  public Optional<ShopTerms> findShop(String shopId) {
    return patiently(() -> recentShops.get(shopId, shops::find));
  }

  /// @throws Refusal unavailable when nothing has been heard of the company yet
  public CompanyTerms company(String companyId) {
    return patiently(() -> recentCompanies.get(companyId, companies::find))
        .orElseThrow(() -> notYetKnown("company"));
  }

  public void learn(ProductSnapshot product, long version) {
    if (offers.replaceIfNewer(Offer.of(product), version)) {
      arrivals.announce();
    }
  }

  public void learn(ShopSnapshot shop, long version) {
    if (shops.replaceIfNewer(ShopTerms.of(shop), version)) {
      recentShops.forget(shop.shopId());
      arrivals.announce();
    }
  }

  public void learn(CompanySnapshot company, long version) {
    if (companies.replaceIfNewer(CompanyTerms.of(company), version)) {
      recentCompanies.forget(company.companyId());
      arrivals.announce();
    }
  }

  private <T> Optional<T> patiently(Supplier<Optional<T>> look) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty() && System.nanoTime() < until) {
      Turns.pauseAside(() -> arrivals.await(LOOK_AGAIN_MILLIS));
      found = look.get();
    }
    return found;
  }

  private static Refusal notYetKnown(String what) {
    return new Refusal(
            Category.UNAVAILABLE, what + "_not_known_yet", "News of the " + what + " is on its way")
        .retryAfterSeconds(1);
  }
}
