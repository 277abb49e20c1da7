package io.emporium.payment.webhook;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes the raw body: a signature covers bytes, not their meaning.
@RestController
@RequestMapping("/api/payments/webhooks")
class WebhookController {

  private final StripeNotices stripe;
  private final PayPalNotices payPal;
  private final TakeNotice takeNotice;

  WebhookController(StripeNotices stripe, PayPalNotices payPal, TakeNotice takeNotice) {
    this.stripe = stripe;
    this.payPal = payPal;
    this.takeNotice = takeNotice;
  }

  @PostMapping("/stripe")
  void stripe(
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature) {
    takeNotice.handle(stripe.read(body == null ? new byte[0] : body, signature));
  }

  @PostMapping("/paypal")
  void payPal(
      @RequestBody(required = false) byte @Nullable [] body, @RequestHeader HttpHeaders headers) {
    takeNotice.handle(payPal.read(body == null ? new byte[0] : body, headers));
  }
}
