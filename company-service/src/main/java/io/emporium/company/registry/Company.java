package io.emporium.company.registry;

import io.emporium.company.business.OpenBusiness;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.company.CompanyUpdated;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A tenant of the platform.
@Document("companies")
@TypeAlias("company")
@TenantOwned
public final class Company extends AggregateRoot {

  private String name;

  // Read by the database alone, when somebody looks for a name.
  @SuppressWarnings("UnusedVariable")
  private String nameKey;

  private CompanyStatus status;
  private CompanySettings settings;
  private Instant createdAt;
  private @Nullable Instant booksOpenedAt;
  private @Nullable Suspension suspension;
  private @Nullable Instant closedAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Company() {}

  private Company(String id, String name, CompanySettings settings, Instant now) {
    super(id, id);
    this.name = name;
    this.nameKey = CompanyName.key(name);
    this.status = CompanyStatus.ACTIVE;
    this.settings = settings;
    this.createdAt = now;
  }

  /// @throws Refusal invalid, when the settings contradict themselves
  public static Company create(String id, String name, CompanySettings settings, Instant now) {
    SettingsRules.check(settings);
    Company company = new Company(id, name, settings, now);
    company.record(new CompanyCreated(company.snapshot()));
    return company;
  }

  public Outcome rename(String newName) {
    requireNotClosed();
    if (newName.equals(name)) {
      return Outcome.ALREADY;
    }
    name = newName;
    nameKey = CompanyName.key(newName);
    record(new CompanyUpdated(snapshot()));
    return Outcome.APPLIED;
  }

  /// @throws Refusal invalid, when the settings contradict themselves; conflict, when they would
  ///   change what is fixed
  public Outcome changeSettings(CompanySettings changed) {
    requireNotClosed();
    SettingsRules.check(changed);
    if (booksOpenedAt != null) {
      requireUnchanged("currency", settings.currency().equals(changed.currency()));
      requireUnchanged("time_zone", settings.timeZone().equals(changed.timeZone()));
    }
    if (changed.equals(settings)) {
      return Outcome.ALREADY;
    }
    settings = changed;
    record(new CompanySettingsChanged(snapshot()));
    return Outcome.APPLIED;
  }

  /// There is money now, in this currency and by this calendar. Holds in every state, for news of
  /// money may come late.
  Outcome openBooks(Instant at) {
    if (booksOpenedAt != null) {
      return Outcome.ALREADY;
    }
    booksOpenedAt = at;
    return Outcome.APPLIED;
  }

  public Outcome suspend(String reason, Instant now) {
    return switch (status) {
      case ACTIVE -> {
        suspension = new Suspension(reason, now);
        status = CompanyStatus.SUSPENDED;
        record(new CompanySuspended(snapshot(), reason, now));
        yield Outcome.APPLIED;
      }
      case SUSPENDED -> Outcome.ALREADY;
      case CLOSED -> throw closed();
    };
  }

  public Outcome activate() {
    return switch (status) {
      case SUSPENDED -> {
        status = CompanyStatus.ACTIVE;
        suspension = null;
        record(new CompanyActivated(snapshot()));
        yield Outcome.APPLIED;
      }
      case ACTIVE -> Outcome.ALREADY;
      case CLOSED -> throw closed();
    };
  }

  /// @param open what would be left without an owner
  Outcome close(OpenBusiness open, Instant now) {
    return switch (status) {
      case ACTIVE, SUSPENDED -> {
        if (!open.isEmpty()) {
          throw Refusal.conflict(
              "company_has_open_business", "The company still has " + open.inWords());
        }
        status = CompanyStatus.CLOSED;
        closedAt = now;
        record(new CompanyClosed(snapshot(), now));
        yield Outcome.APPLIED;
      }
      case CLOSED -> Outcome.ALREADY;
    };
  }

  public String name() {
    return name;
  }

  public CompanyStatus status() {
    return status;
  }

  public CompanySettings settings() {
    return settings;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /// Since when currency and time zone are fixed.
  public Optional<Instant> booksOpenedAt() {
    return Optional.ofNullable(booksOpenedAt);
  }

  public Optional<Suspension> suspension() {
    return Optional.ofNullable(suspension);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  private static void requireUnchanged(String what, boolean unchanged) {
    if (!unchanged) {
      throw Refusal.conflict(
          what + "_fixed", "The company has prices, orders or debts; this stays as it is");
    }
  }

  private void requireNotClosed() {
    if (status == CompanyStatus.CLOSED) {
      throw closed();
    }
  }

  private static Refusal closed() {
    return Refusal.conflict("company_closed", "The company is closed for good");
  }

  private CompanySnapshot snapshot() {
    return new CompanySnapshot(id(), name, status.name().toLowerCase(Locale.ROOT), settings);
  }
}
