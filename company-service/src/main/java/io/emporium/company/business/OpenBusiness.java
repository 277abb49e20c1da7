package io.emporium.company.business;

/// How much of a company is unfinished.
public record OpenBusiness(long orders, long debts) {

  public static final OpenBusiness NONE = new OpenBusiness(0, 0);

  public boolean isEmpty() {
    return orders == 0 && debts == 0;
  }

  /// For people: `3 open orders and 1 open debt`.
  public String inWords() {
    return counted(orders, "order") + " and " + counted(debts, "debt");
  }

  private static String counted(long count, String noun) {
    return count + " open " + noun + (count == 1 ? "" : "s");
  }
}
