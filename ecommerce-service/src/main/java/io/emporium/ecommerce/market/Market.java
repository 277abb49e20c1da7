package io.emporium.ecommerce.market;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.SharedStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Shops and companies as stored here.
@Component
public class Market {

  // Whoever has just opened a shop adds its first product within milliseconds, while the news of
  // the shop is still on its way.
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final SharedStore<SellingShop> shops;
  private final SharedStore<SellingCompany> companies;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();

  Market(SharedStore<SellingShop> shops, SharedStore<SellingCompany> companies) {
    this.shops = shops;
    this.companies = companies;
  }

  /// The shop, waiting a little for news of it.
  public Optional<SellingShop> awaitShop(String shopId) {
    return await(() -> shops.find(shopId));
  }

  /// The company, waiting a little for news of it.
  ///
  /// @throws Refusal unavailable, when none come: without it nobody knows what its prices are in
  public SellingCompany awaitCompany(String companyId) {
    return await(() -> companies.find(companyId))
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
    announce();
  }

  /// Keeps a company unless newer news of it came before.
  public void keep(SellingCompany company) {
    var _ = companies.replaceIfNewer(company, company.sourceVersion());
    announce();
  }

  private <T> Optional<T> await(Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty() && System.nanoTime() < deadline && pause()) {
      found = look.get();
    }
    return found;
  }

  private void announce() {
    lock.lock();
    try {
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // Woken by news that arrive here, and after a moment by itself, since another instance may have
  // taken them. False when interrupted.
  private boolean pause() {
    lock.lock();
    try {
      var _ = news.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
