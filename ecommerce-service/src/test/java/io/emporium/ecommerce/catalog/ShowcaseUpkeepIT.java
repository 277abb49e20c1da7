package io.emporium.ecommerce.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.ecommerce.Shelf;
import io.emporium.ecommerce.stock.KeepStock;
import io.emporium.ecommerce.stock.StockNews;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// News of stock that the replica has stored, as its own queue brings them in the end, and that
/// this instance was never told.
@ServiceTest
class ShowcaseUpkeepIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private KeepStock keep;
  @Autowired private ShowcaseUpkeep upkeep;

  private Shelf shelf;
  private String tea;

  @BeforeEach
  void sellTea() {
    shelf = new Shelf(api, broker).openShop();
    tea = shelf.sell("Tea", "T-1", 900);
  }

  @Test
  void showsWhatCanBeBoughtThoughLiveNewsWereMissed() {
    stored(10, 1, null);
    upkeep.catchUp();
    awaitAvailability("in");
    assertThat(shelf.found("&inStock=true")).containsExactly(tea);

    stored(0, 2, null);
    upkeep.catchUp();
    awaitAvailability("out");
    assertThat(shelf.found("&inStock=true")).isEmpty();
  }

  // One write tells both, in two messages; the look may come between them.
  @Test
  void shutsOutNoThresholdThatIsStillToCome() {
    stored(10, 1, 2L);
    stored(10, 2, null);
    upkeep.catchUp();
    awaitAvailability("in");

    stored(10, 2, 20L);
    upkeep.catchUp();
    awaitAvailability("low");
  }

  private void stored(long available, long version, Long threshold) {
    keep.handle(new StockNews(shelf.company, "T-1", "w", available, version, threshold));
  }

  // Waits a moment should the scheduled look have been faster, and not yet have shown what it saw.
  private void awaitAvailability(String availability) {
    await()
        .untilAsserted(
            () ->
                assertThat(api.get("/api/products/" + tea).text("/availability"))
                    .isEqualTo(availability));
  }
}
