package io.emporium.kit.testing;

import io.emporium.events.Money;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySnapshot;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company as news of it show it: ordinary, but for what a test says.
public record SampleCompany(
    String id,
    String status,
    Currency currency,
    ZoneId zone,
    @Nullable Money refundApprovalLimit,
    long lowStockThreshold) {

  private static final long PAYMENT_WINDOW_SECONDS = 1_800;

  /// An active one in UTC that charges dollars.
  public static SampleCompany of(String id) {
    return new SampleCompany(id, "active", Currency.getInstance("USD"), ZoneId.of("UTC"), null, 5);
  }

  public SampleCompany withStatus(String now) {
    return new SampleCompany(id, now, currency, zone, refundApprovalLimit, lowStockThreshold);
  }

  public SampleCompany charging(String code) {
    return new SampleCompany(
        id, status, Currency.getInstance(code), zone, refundApprovalLimit, lowStockThreshold);
  }

  public SampleCompany in(ZoneId place) {
    return new SampleCompany(id, status, currency, place, refundApprovalLimit, lowStockThreshold);
  }

  public SampleCompany approvingRefundsAbove(Money limit) {
    return new SampleCompany(id, status, currency, zone, limit, lowStockThreshold);
  }

  public SampleCompany lowAt(long threshold) {
    return new SampleCompany(id, status, currency, zone, refundApprovalLimit, threshold);
  }

  public CompanySnapshot snapshot() {
    return new CompanySnapshot(
        id,
        "Acme",
        status,
        new CompanySettings(
            currency,
            zone,
            true,
            List.of(),
            PAYMENT_WINDOW_SECONDS,
            "AC-",
            "INV-",
            true,
            refundApprovalLimit,
            lowStockThreshold));
  }
}
