package io.emporium.notification.channel.gateway;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accountSid no SMS is sent without one
/// @param apiBase where Twilio's API is
@ConfigurationProperties("emporium.twilio")
record TwilioProperties(
    @DefaultValue("") String accountSid,
    @DefaultValue("") String authToken,
    @DefaultValue("") String fromNumber,
    @DefaultValue("https://api.twilio.com") URI apiBase,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout) {}
