package io.emporium.sales.offer;

import io.emporium.events.payment.PaymentChoice;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What an order needs to know of a shop.
///
/// @param paymentMethods empty means all; null when that was not kept yet
@Document("shops")
@TypeAlias("shop_terms")
@SharedAcrossTenants(reason = "Whether a shop is open is public, and any customer may order there")
public record ShopTerms(
    @Id String shopId,
    String companyId,
    String name,
    String status,
    List<String> fulfilmentMethods,
    @Nullable List<String> paymentMethods) {

  static ShopTerms of(ShopSnapshot shop) {
    return new ShopTerms(
        shop.shopId(),
        shop.companyId(),
        shop.name(),
        shop.status(),
        shop.fulfilmentMethods(),
        shop.paymentMethods());
  }

  public boolean open() {
    return status.equals("open");
  }

  /// @throws Refusal conflict, while shop or company takes no orders
  public void requireSelling(CompanyTerms company) {
    if (!open() || !company.active()) {
      throw Refusal.conflict("shop_not_selling", "The shop takes no orders at present");
    }
  }

  /// A shop that names no methods offers them all.
  public boolean offers(String fulfilmentMethod) {
    return fulfilmentMethods.isEmpty() || fulfilmentMethods.contains(fulfilmentMethod);
  }

  /// What it takes, and what a customer wants to pay with.
  ///
  /// @throws Refusal when it does not take that
  public PaymentOptions paidWith(@Nullable PaymentChoice choice) {
    PaymentOptions options =
        new PaymentOptions(paymentMethods == null ? List.of() : paymentMethods, choice);
    if (choice != null && !options.offers(choice.provider())) {
      throw Refusal.rule(
          "payment_method_not_offered", "The shop does not take " + choice.provider());
    }
    return options;
  }
}
