package io.emporium.notification.channel.gateway;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param credentials the service account as JSON; no push is sent without it
/// @param apiBase where FCM's API is
@ConfigurationProperties("emporium.firebase")
record FirebaseProperties(
    @DefaultValue("") String projectId,
    @DefaultValue("") String credentials,
    @DefaultValue("https://fcm.googleapis.com") URI apiBase,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout) {}
