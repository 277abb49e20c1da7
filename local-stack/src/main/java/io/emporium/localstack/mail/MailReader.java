package io.emporium.localstack.mail;

import io.emporium.localstack.http.Json;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns a MIME message into what a test asks for.
final class MailReader {

  private MailReader() {}

  static ObjectNode read(MimeMessage message) {
    try {
      ObjectNode mail = Json.object();
      addresses(mail.putArray("from"), message.getFrom());
      addresses(mail.putArray("to"), message.getAllRecipients());
      mail.put("subject", message.getSubject());
      readPart(message, mail);
      mail.put("messageId", message.getMessageID());
      return mail;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addresses(ArrayNode target, Address @Nullable [] addresses) {
    if (addresses != null) {
      for (Address address : addresses) {
        target.add(
            address instanceof InternetAddress internet
                ? internet.getAddress()
                : address.toString());
      }
    }
  }

  private static void readPart(Part part, ObjectNode mail) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        readPart(parts.getBodyPart(i), mail);
      }
    } else if (part.getFileName() != null) {
      mail.withArray("attachments").add(part.getFileName());
    } else if (part.isMimeType("text/html")) {
      mail.put("html", part.getContent().toString());
    } else if (part.isMimeType("text/plain")) {
      mail.put("text", part.getContent().toString().stripTrailing());
    }
  }
}
