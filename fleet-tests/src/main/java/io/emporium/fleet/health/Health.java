package io.emporium.fleet.health;

/// An answer to "are you well?", in a word for the table.
public record Health(boolean well, String detail) {
  public static final Health WELL = new Health(true, "healthy");
  public static final Health DOWN = new Health(false, "down");

  public static Health ill(String detail) {
    return new Health(false, detail);
  }
}
