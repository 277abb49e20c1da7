package io.emporium.sales.order;

import io.emporium.kit.context.Cause;
import io.emporium.kit.store.Counters;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.ShopTerms;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Numbers and prices a new order on the terms of its company.
@Component
class Acceptance {

  private static final String SERIES = "order";

  /// @param id of the order to be
  record Request(
      String id, Buyer buyer, List<PricedItem> items, Delivery delivery, ShopTerms shop) {}

  private final Counters counters;
  private final Clock clock;

  Acceptance(Counters counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
  }

  Placement of(Request request, CompanyTerms company) {
    TaxCalculation taxes = new TaxCalculation(company.pricesIncludeTax(), company.taxRates());
    Basket basket = Basket.of(request.items(), taxes);
    long counted = counters.next(company.companyId(), SERIES);
    String number = company.orderNumberPrefix() + String.format(Locale.ROOT, "%06d", counted);
    return new Placement(
        request.id(),
        company.companyId(),
        request.shop().shopId(),
        number,
        request.buyer(),
        basket,
        request.delivery(),
        company.paymentWindow(),
        // As precise as it is stored, so that what is said again is said alike.
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        Cause.current().correlationId());
  }
}
