package io.emporium.ecommerce.cart;

import io.emporium.events.Money;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Some lines of a cart cannot be bought as they stand; says which, and why.
final class LinesRefused extends Refusal {

  private final List<Violation> lines;

  private LinesRefused(Category category, String code, String detail, List<Violation> lines) {
    super(category, code, detail);
    this.lines = lines;
  }

  static LinesRefused unavailable(List<Violation> lines) {
    return new LinesRefused(
        Category.RULE, "product_not_available", "Something in it cannot be bought any more", lines);
  }

  private static LinesRefused stale(List<Violation> lines) {
    return new LinesRefused(
        Category.CONFLICT,
        "price_changed",
        "Prices have changed since you saw them; confirm the new ones by setting the quantities",
        lines);
  }

  /// @param prices null for what cannot be bought
  static void unlessAvailable(List<CartLine> lines, Function<CartLine, @Nullable Money> prices) {
    List<Violation> gone = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (prices.apply(lines.get(i)) == null) {
        gone.add(new Violation("/items/" + i, lines.get(i).sku() + " cannot be bought any more"));
      }
    }
    if (!gone.isEmpty()) {
      throw unavailable(gone);
    }
  }

  static void unlessPricesSeen(List<CartLine> lines, Function<CartLine, @Nullable Money> prices) {
    List<Violation> stale = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      CartLine line = lines.get(i);
      Money now = prices.apply(line);
      if (!line.unitPrice().equals(now)) {
        stale.add(
            new Violation(
                "/items/" + i + "/unitPrice",
                line.sku() + " costs " + now + " now, not " + line.unitPrice()));
      }
    }
    if (!stale.isEmpty()) {
      throw stale(stale);
    }
  }

  @Override
  public List<Violation> violations() {
    return lines;
  }
}
