package io.emporium.notification;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// The providers, for the one context of these tests; found by way of `spring.factories`.
public final class Outside
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final GreenMail MAIL = startMail();
  static final ProviderStub PROVIDERS = new ProviderStub();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("emporium.smtp.host", "127.0.0.1");
    settings.put("emporium.smtp.port", MAIL.getSmtp().getPort());
    settings.put("emporium.twilio.account-sid", "ACtest");
    settings.put("emporium.twilio.auth-token", "secret");
    settings.put("emporium.twilio.from-number", "+15005550006");
    settings.put("emporium.twilio.api-base", PROVIDERS.url("/twilio"));
    settings.put("emporium.firebase.project-id", "test-project");
    settings.put("emporium.firebase.credentials", serviceAccount());
    settings.put("emporium.firebase.api-base", PROVIDERS.url("/fcm"));
    settings.put("emporium.delivery.back-off", "300ms,300ms,300ms");
    settings.put("emporium.delivery.poll-interval", "100ms");
    // What a halted attempt left behind waits little.
    settings.put("emporium.delivery.lease", "2s");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("outside", settings));
  }

  /// What has come for an address so far.
  static List<MimeMessage> mailsTo(String address) {
    GreenMailUser user = MAIL.getUserManager().getUserByEmail(address);
    if (user == null) {
      return List.of();
    }
    try {
      return MAIL.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
          .map(StoredMessage::getMimeMessage)
          .toList();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GreenMail startMail() {
    GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mail.start();
    return mail;
  }

  private static String serviceAccount() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      String key =
          Base64.getMimeEncoder()
              .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
      return new JsonMapper()
          .writeValueAsString(
              Map.of(
                  "type", "service_account",
                  "project_id", "test-project",
                  "private_key_id", "key-1",
                  "private_key",
                      "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                  "client_email", "test@test-project.iam.gserviceaccount.com",
                  "client_id", "1",
                  "token_uri", PROVIDERS.url("/fcm/token")));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
