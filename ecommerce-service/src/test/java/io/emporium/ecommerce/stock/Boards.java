package io.emporium.ecommerce.stock;

import io.emporium.ecommerce.market.Doors;

/// An empty board, for tests without a database.
public final class Boards {

  private Boards() {}

  public static StockBoard empty() {
    return new StockBoard(null, Doors.allOpen());
  }
}
