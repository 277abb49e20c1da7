package io.emporium.notification.channel.gateway;

import jakarta.mail.util.StreamProvider;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// The connection to the mail server.
@Configuration(proxyBeanMethods = false)
class SmtpConfiguration {

  private static final int IMPLICIT_TLS = 465;

  // Without it the mail library looks through every jar for its own provider, several times per
  // mail: a third of what a mail cost.
  static {
    var _ =
        System.getProperties()
            .putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  @Bean
  JavaMailSenderImpl mailSender(SmtpProperties settings) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setUsername(settings.username());
    sender.setPassword(settings.password());
    sender.setDefaultEncoding("UTF-8");
    sender.setJavaMailProperties(session(settings));
    return sender;
  }

  private static Properties session(SmtpProperties settings) {
    Properties session = new Properties();
    String read = Long.toString(settings.readTimeout().toMillis());
    session.setProperty(
        "mail.smtp.connectiontimeout", Long.toString(settings.connectTimeout().toMillis()));
    session.setProperty("mail.smtp.timeout", read);
    session.setProperty("mail.smtp.writetimeout", read);
    // Credentials never travel in the clear.
    String authenticated = Boolean.toString(!settings.username().isEmpty());
    boolean implicitTls = settings.port() == IMPLICIT_TLS;
    session.setProperty("mail.smtp.auth", authenticated);
    session.setProperty("mail.smtp.ssl.enable", Boolean.toString(implicitTls));
    if (!implicitTls) {
      session.setProperty("mail.smtp.starttls.enable", authenticated);
      session.setProperty("mail.smtp.starttls.required", authenticated);
    }
    return session;
  }
}
