package io.emporium.payment.payment.gateway;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param apiBase where Stripe's API is
/// @param statementLag how long an event may be missing from Stripe's lists, or be unknown here
@Validated
@ConfigurationProperties("emporium.stripe")
record StripeProperties(
    @NotBlank String apiKey,
    @DefaultValue("https://api.stripe.com") URI apiBase,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("5m") Duration statementLag) {

  @Override
  public String toString() {
    return "StripeProperties[apiBase=" + apiBase + "]";
  }
}
