package io.emporium.shop.trade;

/// How much of a shop is unfinished.
public record OpenTrade(long orders, long reservations, long transfers) {

  public static final OpenTrade NONE = new OpenTrade(0, 0, 0);

  public boolean isEmpty() {
    return orders == 0 && reservations == 0 && transfers == 0;
  }

  /// For people: `3 open orders, 1 open reservation and 0 open transfers`.
  public String inWords() {
    return counted(orders, "order")
        + ", "
        + counted(reservations, "reservation")
        + " and "
        + counted(transfers, "transfer");
  }

  private static String counted(long count, String noun) {
    return count + " open " + noun + (count == 1 ? "" : "s");
  }
}
