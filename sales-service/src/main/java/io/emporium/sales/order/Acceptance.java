package io.emporium.sales.order;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentChoice;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.kit.context.Cause;
import io.emporium.kit.problem.Refusal;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.ShopTerms;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Numbers and prices a new order on the terms of its company.
@Component
class Acceptance {

  /// @param id of the order to be
  /// @param payment how the customer wants to pay; null when they say so later
  /// @param till how it was paid at the till; null for what is not sold there
  record Request(
      String id,
      Buyer buyer,
      List<PricedItem> items,
      Delivery delivery,
      ShopTerms shop,
      @Nullable PaymentChoice payment,
      @Nullable TillPayment till) {}

  private final OrderNumbers numbers;
  private final Clock clock;

  Acceptance(OrderNumbers numbers, Clock clock) {
    this.numbers = numbers;
    this.clock = clock;
  }

  Placement of(Request request, CompanyTerms company) {
    PaymentOptions paymentOptions = request.shop().paidWith(request.payment());
    TaxCalculation taxes = new TaxCalculation(company.pricesIncludeTax(), company.taxRates());
    Basket basket = Basket.of(request.items(), taxes, Basket.Extras.NONE);
    requireTendered(request.till(), basket.total());
    String number = numbers.next(company.companyId(), company.orderNumberPrefix());
    return new Placement(
        request.id(),
        company.companyId(),
        request.shop().shopId(),
        number,
        request.buyer(),
        basket,
        request.delivery(),
        company.paymentWindow(),
        paymentOptions,
        // As precise as it is stored, so that what is said again is said alike.
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        Cause.current().correlationId(),
        request.till());
  }

  private static void requireTendered(@Nullable TillPayment till, Money total) {
    Money tendered = till == null ? null : till.tendered();
    if (tendered == null) {
      return;
    }
    if (!tendered.currency().equals(total.currency()) || total.exceeds(tendered)) {
      throw Refusal.invalid("/payment/tendered", "must be at least " + total);
    }
  }
}
