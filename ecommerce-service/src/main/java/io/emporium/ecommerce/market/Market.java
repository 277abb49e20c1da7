package io.emporium.ecommerce.market;

import io.emporium.kit.store.SharedStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<SellingShop> found = shops.find(shopId);
    while (found.isEmpty() && System.nanoTime() < deadline && pause()) {
      found = shops.find(shopId);
    }
    return found;
  }

  public List<SellingShop> shops(List<String> ids) {
    return shops.findAll(ids);
  }

  public Optional<SellingCompany> company(String companyId) {
    return companies.find(companyId);
  }

  /// Keeps a shop unless newer news of it came before.
  public void keep(SellingShop shop, long version) {
    var _ = shops.replaceIfNewer(shop, version);
    lock.lock();
    try {
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Keeps a company unless newer news of it came before.
  public void keep(SellingCompany company, long version) {
    var _ = companies.replaceIfNewer(company, version);
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
