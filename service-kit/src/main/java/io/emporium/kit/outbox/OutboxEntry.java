package io.emporium.kit.outbox;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// A message as it waits in the document that caused it.
///
/// @param id the envelope's id
/// @param type wire name, which is the routing key
/// @param command whether it goes to the exchange of commands or that of facts
/// @param body the envelope as JSON, exactly as it will be published
/// @param at epoch milliseconds of the write
public record OutboxEntry(String id, String type, boolean command, String body, long at) {

  /// True while `outbox` holds something; absent otherwise, so that an index of it stays small.
  public static final String PENDING = "outboxPending";

  public static final String FIELD = "outbox";

  public Document toDocument() {
    return new Document("id", id)
        .append("type", type)
        .append("command", command)
        .append("body", body)
        .append("at", at);
  }

  static OutboxEntry from(Document document) {
    return new OutboxEntry(
        document.getString("id"),
        document.getString("type"),
        document.getBoolean("command", false),
        document.getString("body"),
        document.getLong("at"));
  }

  static List<OutboxEntry> listFrom(Document aggregate) {
    List<OutboxEntry> entries = new ArrayList<>();
    List<Document> stored = aggregate.getList(FIELD, Document.class);
    if (stored != null) {
      stored.forEach(entry -> entries.add(from(entry)));
    }
    return entries;
  }

  /// Enters the messages into a document that is about to be inserted.
  public static void append(Document document, List<OutboxEntry> entries) {
    document.append(FIELD, entries.stream().map(OutboxEntry::toDocument).toList());
    if (!entries.isEmpty()) {
      document.append(PENDING, true);
    }
  }

  /// The operand of `$push` for a document that is about to be updated; empty without messages.
  public static Document push(List<OutboxEntry> entries) {
    if (entries.isEmpty()) {
      return new Document();
    }
    return new Document(
        FIELD, new Document("$each", entries.stream().map(OutboxEntry::toDocument).toList()));
  }
}
