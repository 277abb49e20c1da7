package io.emporium.sales.order.web;

import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.kit.security.Caller;
import io.emporium.kit.web.NoCardNumber;
import io.emporium.sales.order.Buyer;
import io.emporium.sales.order.Delivery;
import io.emporium.sales.order.FulfilmentMethod;
import io.emporium.sales.order.PlaceOrder;
import io.emporium.sales.order.WantedItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param fulfilment delivery when left out
/// @param payment when left out, the customer pays with a call of its own
record PlaceOrderRequest(
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items,
    @Nullable FulfilmentMethod fulfilment,
    @Nullable @Valid Address address,
    @Nullable @Size(max = 1_000) @NoCardNumber String note,
    @Nullable @Valid PaymentRequest payment) {

  /// @param sku the product's first variant when left out
  record Item(
      @NotBlank @Size(max = 64) String productId,
      @Nullable @Size(min = 1, max = 64) String sku,
      @NotNull @Min(1) @Max(10_000) Integer quantity) {}

  /// @param country ISO 3166-1 alpha-2
  record Address(
      @NotBlank @Size(max = 120) String name,
      @NotBlank @Size(max = 200) String line1,
      @Nullable @Size(max = 200) String line2,
      @NotBlank @Size(max = 120) String city,
      @Nullable @Size(max = 120) String region,
      @NotBlank @Size(max = 20) String postalCode,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
      @Nullable @Size(max = 40) String phone) {

    DeliveryAddress toAddress() {
      return new DeliveryAddress(name, line1, line2, city, region, postalCode, country, phone);
    }
  }

  PlaceOrder.Command toCommand(Caller caller) {
    return new PlaceOrder.Command(
        new Buyer(caller.userId(), caller.email()),
        items.stream()
            .map(item -> new WantedItem(item.productId(), item.sku(), item.quantity()))
            .toList(),
        new Delivery(
            Objects.requireNonNullElse(fulfilment, FulfilmentMethod.DELIVERY),
            address == null ? null : address.toAddress(),
            note),
        payment == null ? null : payment.toChoice());
  }
}
