package io.emporium.ecommerce.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockBoardTest {

  private final StockBoard board = Boards.empty();

  @Test
  void callsOutWhatWasNeverStocked() {
    assertThat(board.of("c", "sku")).isEqualTo(Availability.OUT);
  }

  @Test
  void tellsOnlyWhatChangesForThePublic() {
    assertThat(board.learn(available(10, 1))).isTrue();
    assertThat(board.learn(available(9, 2))).isFalse();
    assertThat(board.of("c", "sku")).isEqualTo(Availability.IN);
    assertThat(board.learn(available(0, 3))).isTrue();
    assertThat(board.of("c", "sku")).isEqualTo(Availability.OUT);
  }

  @Test
  void ignoresOldAndRepeatedNews() {
    board.learn(available(10, 5));

    assertThat(board.learn(available(0, 4))).isFalse();
    assertThat(board.learn(available(0, 5))).isFalse();
    assertThat(board.of("c", "sku")).isEqualTo(Availability.IN);
  }

  @Test
  void learnsTheThresholdFromNewsOfTheSameWrite() {
    board.learn(available(3, 7));

    assertThat(board.learn(new StockNews("c", "sku", "w", 3, 7, 5L))).isTrue();
    assertThat(board.of("c", "sku")).isEqualTo(Availability.LOW);
  }

  @Test
  void isAsAvailableAsInTheBestWarehouse() {
    board.learn(available(0, 1));
    board.learn(new StockNews("c", "sku", "other", 4, 1, null));

    assertThat(board.of("c", "sku")).isEqualTo(Availability.IN);
    assertThat(board.of("foreign", "sku")).isEqualTo(Availability.OUT);
  }

  private static StockNews available(long available, long version) {
    return new StockNews("c", "sku", "w", available, version, null);
  }
}
