package io.emporium.notification.channel.gateway;

import io.emporium.notification.channel.Carrier;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.channel.OutgoingMessage;
import io.emporium.notification.channel.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Mail over SMTP.
@Component
final class SmtpCarrier implements Carrier {

  private static final int PERMANENT = 500;

  private final JavaMailSender sender;
  private final SmtpProperties settings;

  SmtpCarrier(JavaMailSender sender, SmtpProperties settings) {
    this.sender = sender;
    this.settings = settings;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public boolean configured() {
    return !settings.host().isBlank();
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    String messageId = "<" + message.id() + "@" + settings.domain() + ">";
    try {
      sender.send(mime(message, messageId));
      return new SendResult.Sent(messageId);
    } catch (MessagingException e) {
      return new SendResult.Rejected("bad_address");
    } catch (MailSendException e) {
      return refusesRecipient(e)
          ? new SendResult.Rejected("recipient_refused")
          : new SendResult.NoAnswer(reason(e));
    } catch (MailException e) {
      return new SendResult.NoAnswer(reason(e));
    }
  }

  // The same id with every attempt: a mail repeated after a crash is shown once by readers.
  private MimeMessage mime(OutgoingMessage message, String messageId) throws MessagingException {
    MimeMessage mail = sender.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(message.to());
    helper.setSubject(message.title());
    if (message.html() == null) {
      helper.setText(message.text());
    } else {
      helper.setText(message.text(), message.html());
    }
    mail.setHeader("Message-ID", messageId);
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  private static boolean refusesRecipient(MailSendException e) {
    for (Exception cause : e.getMessageExceptions()) {
      if (cause instanceof SendFailedException refused
          && refused.getInvalidAddresses() != null
          && refused.getInvalidAddresses().length > 0) {
        return isPermanent(refused.getNextException());
      }
    }
    return false;
  }

  // 4xx is grey-listing or a full box: worth another try.
  private static boolean isPermanent(@Nullable Exception answer) {
    return !(answer instanceof SMTPAddressFailedException failed)
        || failed.getReturnCode() >= PERMANENT;
  }

  private static String reason(MailException e) {
    return "smtp:" + e.getMostSpecificCause().getClass().getSimpleName();
  }
}
