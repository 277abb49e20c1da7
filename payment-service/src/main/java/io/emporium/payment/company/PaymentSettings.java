package io.emporium.payment.company;

import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What a company decides about its payments. Holds for orders placed from then on.
@Document("payment_settings")
@TypeAlias("payment_settings")
@TenantOwned
public final class PaymentSettings extends AggregateRoot {

  private CaptureMode captureMode = CaptureMode.AUTOMATIC;

  @PersistenceCreator
  private PaymentSettings() {}

  /// What holds until the company says otherwise.
  public PaymentSettings(String companyId) {
    super(companyId, companyId);
  }

  public CaptureMode captureMode() {
    return captureMode;
  }

  public Outcome capture(CaptureMode wanted) {
    if (captureMode == wanted) {
      return Outcome.ALREADY;
    }
    captureMode = wanted;
    return Outcome.APPLIED;
  }
}
