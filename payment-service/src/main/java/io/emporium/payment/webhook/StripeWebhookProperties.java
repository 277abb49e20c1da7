package io.emporium.payment.webhook;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param webhookTolerance how far the sender's clock may be off, either way
@Validated
@ConfigurationProperties("emporium.stripe")
record StripeWebhookProperties(
    @NotBlank String webhookSecret, @DefaultValue("5m") Duration webhookTolerance) {

  @Override
  public String toString() {
    return "StripeWebhookProperties[webhookTolerance=" + webhookTolerance + "]";
  }
}
