package io.emporium.payment.webhook;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param webhookTolerance how far the sender's clock may be off, either way
/// @param verifyTimeout of the question whether a notification is PayPal's
@Validated
@ConfigurationProperties("emporium.paypal")
record PayPalWebhookProperties(
    @NotBlank String webhookId,
    @DefaultValue("5m") Duration webhookTolerance,
    @DefaultValue("5s") Duration verifyTimeout) {}
