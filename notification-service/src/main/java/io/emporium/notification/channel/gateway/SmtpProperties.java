package io.emporium.notification.channel.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param host no mail is sent without one
/// @param username empty for a server that asks for none; with one, the connection is encrypted
/// @param from sender of every mail
@ConfigurationProperties("emporium.smtp")
record SmtpProperties(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("no-reply@emporium.local") String from,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout) {

  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }
}
