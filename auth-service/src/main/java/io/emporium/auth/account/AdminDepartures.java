package io.emporium.auth.account;

import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Who of a company, or of the platform, is about to lose the role of an admin. One document for
/// each, so that two who leave at once do so one after the other.
@Document("admin_departures")
@TypeAlias("admin-departures")
@TenantOwned
public final class AdminDepartures extends AggregateRoot {

  // Longer than any request can take: whoever is still here died on the way, or was found out.
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);

  /// One of them.
  ///
  /// @param entry of its own for each attempt: two who remove the same person do not withdraw for
  ///   each other
  record Departure(String entry, String userId, Instant since) {}

  private List<Departure> leaving;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private AdminDepartures() {}

  private AdminDepartures(String id, @Nullable String companyId) {
    super(id, companyId);
    this.leaving = List.of();
  }

  /// @param companyId null for the platform
  static String idOf(@Nullable String companyId) {
    return companyId == null ? "platform" : "company:" + companyId;
  }

  static AdminDepartures of(@Nullable String companyId) {
    return new AdminDepartures(idOf(companyId), companyId);
  }

  Outcome announce(String entry, String userId, Instant now) {
    List<Departure> more = new ArrayList<>(leaving);
    more.removeIf(one -> one.since.plus(FORGOTTEN_AFTER).isBefore(now));
    more.add(new Departure(entry, userId, now));
    leaving = more;
    return Outcome.APPLIED;
  }

  Outcome withdraw(String entry) {
    List<Departure> fewer = leaving.stream().filter(one -> !one.entry.equals(entry)).toList();
    if (fewer.size() == leaving.size()) {
      return Outcome.ALREADY;
    }
    leaving = fewer;
    return Outcome.APPLIED;
  }

  List<String> leaving() {
    return leaving.stream().map(Departure::userId).toList();
  }
}
