package io.emporium.kit.store;

import io.emporium.events.Command;
import io.emporium.events.Fact;
import io.emporium.events.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;

/// One document that decides for itself: state, the messages it causes and the messages it has
/// consumed are stored by [AggregateStore] in one write.
///
/// A subclass has a creating constructor or factory, which records the first event, and an empty
/// private constructor for the store, which records nothing.
public abstract class AggregateRoot {

  /// Consumed message ids kept per document; enough for every redelivery that a broker makes, since
  /// one aggregate sees few messages.
  static final int INBOX_LIMIT = 200;

  @Id private String id;
  private @Nullable String companyId;
  private long version;
  private List<String> inbox = List.of();
  @Transient private final List<Message> recorded = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // the store fills the fields
  protected AggregateRoot() {}

  protected AggregateRoot(String id, @Nullable String companyId) {
    this.id = id;
    this.companyId = companyId;
  }

  public final String id() {
    return id;
  }

  /// The tenant; null for what belongs to no company.
  public final @Nullable String companyId() {
    return companyId;
  }

  /// 0 before the first write, then one more with each.
  public final long version() {
    return version;
  }

  /// The shop within the company, for the envelope; null where there is none.
  protected @Nullable String shopId() {
    return null;
  }

  /// States a fact; published after the next write.
  protected final void record(Fact fact) {
    recorded.add(fact);
  }

  /// Asks another service for something; sent after the next write.
  protected final void send(Command command) {
    recorded.add(command);
  }

  final @Nullable String shop() {
    return shopId();
  }

  /// What was recorded since the last write; also for tests of aggregates.
  public final List<Message> recorded() {
    return List.copyOf(recorded);
  }

  final boolean hasConsumed(@Nullable String messageId) {
    return messageId != null && inbox.contains(messageId);
  }

  final void written(long newVersion) {
    version = newVersion;
    recorded.clear();
  }
}
