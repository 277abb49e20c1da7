package io.emporium.sales.pos;

import io.emporium.events.Money;
import io.emporium.kit.web.NoCardNumber;
import io.emporium.sales.order.Buyer;
import io.emporium.sales.order.SellAtTill;
import io.emporium.sales.order.TillPayment;
import io.emporium.sales.order.WantedItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param customerEmail where the customer wants to hear of it
record SaleRequest(
    @NotBlank @Size(max = 100) String shopId,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items,
    @NotNull @Valid Payment payment,
    @Nullable @Email @Size(max = 254) String customerEmail) {

  enum Method {
    CASH,
    CARD_TERMINAL
  }

  /// @param sku the product's first variant when left out
  record Item(
      @NotBlank @Size(max = 64) String productId,
      @Nullable @Size(min = 1, max = 64) String sku,
      @NotNull @Min(1) @Max(10_000) Integer quantity) {}

  /// @param reference number of the terminal's slip
  /// @param tendered what the customer handed over, so that the receipt names the change
  record Payment(
      @NotNull Method method,
      @Size(min = 1, max = 60) @Pattern(regexp = "[A-Za-z0-9_\\-]+") @NoCardNumber
          @Nullable String reference,
      @Nullable Money tendered) {

    TillPayment toTill(String staffId) {
      return new TillPayment(
          method.name().toLowerCase(Locale.ROOT),
          Objects.requireNonNullElse(reference, "till"),
          staffId,
          tendered);
    }
  }

  SellAtTill.Command toCommand(String staffId) {
    return new SellAtTill.Command(
        shopId,
        new Buyer(Buyer.WALK_IN, customerEmail),
        items.stream()
            .map(item -> new WantedItem(item.productId(), item.sku(), item.quantity()))
            .toList(),
        payment.toTill(staffId));
  }
}
