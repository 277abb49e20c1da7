package io.emporium.sales.order;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.problem.Violation;
import java.util.List;

/// Something asked for is not, or no longer, on sale.
final class ProductNotAvailable extends Refusal {

  private final transient Violation violation;

  /// @param pointer to what cannot be had, `/items/0/productId`
  ProductNotAvailable(String pointer) {
    super(Category.RULE, "product_not_available", "A product is not on sale");
    this.violation = new Violation(pointer, "is not on sale");
  }

  @Override
  public List<Violation> violations() {
    return List.of(violation);
  }
}
