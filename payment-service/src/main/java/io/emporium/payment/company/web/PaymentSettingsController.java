package io.emporium.payment.company.web;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.web.EntityTag;
import io.emporium.payment.company.PaymentSettings;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments/settings")
class PaymentSettingsController {

  private final AggregateStore<PaymentSettings> settings;

  PaymentSettingsController(AggregateStore<PaymentSettings> settings) {
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<PaymentSettingsResponse> read(Caller caller) {
    String companyId = caller.requireCompany();
    return answer(
        settings
            .find(Scope.company(companyId), companyId)
            .orElseGet(() -> new PaymentSettings(companyId)));
  }

  @PutMapping
  ResponseEntity<PaymentSettingsResponse> replace(
      Caller caller,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PaymentSettingsRequest request) {
    String companyId = caller.requireCompany();
    // The first who changes them brings them into being; whoever loses that race finds them.
    var _ = settings.create(new PaymentSettings(companyId));
    return answer(
        settings.change(
            Scope.company(companyId),
            companyId,
            EntityTag.version(ifMatch),
            found -> found.capture(request.captureMode())));
  }

  private static ResponseEntity<PaymentSettingsResponse> answer(PaymentSettings settings) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(Math.max(settings.version(), 1)))
        .body(new PaymentSettingsResponse(settings.captureMode()));
  }
}
