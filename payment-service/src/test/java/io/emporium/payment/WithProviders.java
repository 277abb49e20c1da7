package io.emporium.payment;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The service against the stand-ins of Stripe and PayPal, with short waits.
interface WithProviders {

  @DynamicPropertySource
  static void point(DynamicPropertyRegistry settings) {
    settings.add("emporium.stripe.api-key", () -> "sk_test_local");
    settings.add("emporium.stripe.api-base", () -> Providers.url("/stripe"));
    settings.add("emporium.stripe.webhook-secret", () -> "whsec_local");
    settings.add("emporium.stripe.read-timeout", () -> "800ms");
    settings.add("emporium.paypal.client-id", () -> "local");
    settings.add("emporium.paypal.client-secret", () -> "local");
    settings.add("emporium.paypal.api-base", () -> Providers.url("/paypal"));
    settings.add("emporium.paypal.webhook-id", () -> "WH-LOCAL");
    settings.add("emporium.paypal.read-timeout", () -> "800ms");
    settings.add("emporium.stripe.statement-lag", () -> "0s");
    settings.add("emporium.paypal.statement-lag", () -> "0s");
    settings.add("emporium.payment.opening-wait", () -> "2s");
    settings.add("emporium.payment.first-call", () -> "2s");
    settings.add("emporium.payment.overdue-after", () -> "2s");
    settings.add("emporium.payment.ask-again", () -> "300ms,300ms,500ms,1s,1s,1s,1h");
    settings.add("emporium.payment.while-acting", () -> "2s");
    settings.add("emporium.payment.release-again", () -> "200ms,200ms");
    settings.add("emporium.payment.probe-every", () -> "200ms");
    settings.add("emporium.payment.sweep-every", () -> "100ms");
    // A test of silence is no reason to spare the others' calls.
    settings.add("emporium.payment.guard.window", () -> "5000");
  }
}
