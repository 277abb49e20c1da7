package io.emporium.company.registry;

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
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A tenant of the platform.
@Document("companies")
@TypeAlias("company")
@TenantOwned
public final class Company extends AggregateRoot {

  private String name;
  private CompanyStatus status;
  private CompanySettings settings;
  private Instant createdAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Company() {}

  private Company(String id, String name, CompanySettings settings, Instant now) {
    super(id, id);
    this.name = name;
    this.status = CompanyStatus.ACTIVE;
    this.settings = settings;
    this.createdAt = now;
  }

  public static Company create(String id, String name, CompanySettings settings, Instant now) {
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
    record(new CompanyUpdated(snapshot()));
    return Outcome.APPLIED;
  }

  public Outcome changeSettings(CompanySettings changed) {
    requireNotClosed();
    if (changed.equals(settings)) {
      return Outcome.ALREADY;
    }
    settings = changed;
    record(new CompanySettingsChanged(snapshot()));
    return Outcome.APPLIED;
  }

  public Outcome suspend(String reason, Instant now) {
    return switch (status) {
      case ACTIVE -> {
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
        record(new CompanyActivated(snapshot()));
        yield Outcome.APPLIED;
      }
      case ACTIVE -> Outcome.ALREADY;
      case CLOSED -> throw closed();
    };
  }

  public Outcome close(Instant now) {
    return switch (status) {
      case ACTIVE, SUSPENDED -> {
        status = CompanyStatus.CLOSED;
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
