package io.emporium.payment.payment.gateway;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param apiBase where PayPal's API is
/// @param statementLag how long a transaction may be missing from PayPal's list: they say 3 hours
@Validated
@ConfigurationProperties("emporium.paypal")
record PayPalProperties(
    @NotBlank String clientId,
    @NotBlank String clientSecret,
    @DefaultValue("https://api-m.paypal.com") URI apiBase,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("4h") Duration statementLag) {

  @Override
  public String toString() {
    return "PayPalProperties[apiBase=" + apiBase + "]";
  }
}
