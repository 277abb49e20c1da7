package io.emporium.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.ecommerce.stock.KeepStock;
import io.emporium.ecommerce.stock.StockLevel;
import io.emporium.ecommerce.stock.StockNews;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class StockReplicaIT {

  @Autowired private KeepStock keep;
  @Autowired private RecordStore<StockLevel> levels;

  private final String company = "c-" + UUID.randomUUID();

  @Test
  void movesForwardOnlyWhateverTheOrder() {
    List.of(news(5, 3, null), news(9, 2, null), news(5, 3, 6L), news(5, 3, null), news(1, 1, 9L))
        .forEach(keep::handle);

    StockLevel level = levels.find(Scope.company(company), company + "/sku/w").orElseThrow();
    assertThat(level.available()).isEqualTo(5);
    assertThat(level.availableVersion()).isEqualTo(3);
    assertThat(level.threshold()).isEqualTo(6);
    assertThat(level.thresholdVersion()).isEqualTo(3);
  }

  private StockNews news(long available, long version, Long threshold) {
    return new StockNews(company, "sku", "w", available, version, threshold);
  }
}
