package io.emporium.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.inventory.SecondInstance;
import io.emporium.inventory.TestCrashPoints;
import io.emporium.inventory.replica.ProductReplica;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Another instance hears the next event of a product exactly between somebody's look at the
/// product and the write that follows from it.
@ServiceTest
class ListStockRaceIT {

  /// What becomes of a published product.
  enum Next {
    WITHDRAWN,
    WITHOUT_THE_SKU,
    DELETED
  }

  @Autowired private ApplicationContext context;
  @Autowired private TestCrashPoints points;
  @Autowired private RecordStore<ProductReplica> products;
  @Autowired private StockItems stock;
  @Autowired private ListStock list;

  private final String company = "c-" + UUID.randomUUID();
  private final String product = "p-" + UUID.randomUUID();
  private final StockKey key = new StockKey(company, "w1", "TEA");
  private SecondInstance there;

  @BeforeEach
  void startSecondInstance() {
    there = SecondInstance.beside(context);
  }

  @AfterEach
  void stopSecondInstance() {
    there.close();
  }

  @ParameterizedTest
  @EnumSource
  void anItemThatIsBeingStoredIsNotListedForWhatTheProductWasBefore(Next next) {
    var _ = hear(1, List.of("TEA"), true);
    AtomicBoolean came = new AtomicBoolean();

    // Two points are those of the insert, the third is before the listing is written.
    points.interrupt(
        3,
        () -> {
          there.get(ListStock.class).handle(hearOf(next));
          came.set(true);
        },
        () -> stock.ensure(key, "Main"));

    assertThat(came).isTrue();
    assertThat(listing()).isEqualTo(Listing.HIDDEN);
  }

  @ParameterizedTest
  @EnumSource
  void anEventThatIsLateDoesNotListAnItemForWhatTheProductWasBefore(Next next) {
    assertThat(stock.ensure(key, "Main").listing()).isEqualTo(Listing.HIDDEN);
    ProductReplica published = hear(1, List.of("TEA"), true);
    AtomicBoolean came = new AtomicBoolean();

    points.interrupt(
        1,
        () -> {
          there.get(ListStock.class).handle(hearOf(next));
          came.set(true);
        },
        () -> list.handle(published));

    assertThat(came).isTrue();
    assertThat(listing()).isEqualTo(Listing.HIDDEN);
  }

  private ProductReplica hearOf(Next next) {
    return switch (next) {
      case WITHDRAWN -> hear(2, List.of("TEA"), false);
      case WITHOUT_THE_SKU -> hear(2, List.of("POT"), true);
      case DELETED -> hear(2, List.of(), false);
    };
  }

  private ProductReplica hear(long version, List<String> skus, boolean published) {
    ProductReplica replica = new ProductReplica(product, company, "Tea", skus, published);
    assertThat(products.replaceIfNewer(replica, version)).isTrue();
    return replica;
  }

  private Listing listing() {
    return stock.findAll(company, List.of(key)).getFirst().listing();
  }
}
