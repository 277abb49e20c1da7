package io.emporium.shop.registry;

import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.shop.trade.OpenTrade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A shop of one company, for good: it never moves to another, and its slug stays as it is.
@Document("shops")
@TypeAlias("shop")
@TenantOwned(shop = "_id")
public final class Shop extends AggregateRoot {

  /// Staff lists are for people; whoever needs more has a company of its own to run.
  static final int STAFF_LIMIT = 500;

  private String slug;
  private ShopStatus status;
  private ShopDetails details;

  // Read by the database alone, when somebody looks for a name.
  @SuppressWarnings("UnusedVariable")
  private String nameKey;

  private List<StaffMember> staff;
  private Instant createdAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Shop() {}

  private Shop(String id, String companyId, String slug, ShopDetails details, Instant now) {
    super(id, companyId);
    this.slug = slug;
    this.status = ShopStatus.OPEN;
    this.details = details;
    this.nameKey = ShopName.key(details.name());
    this.staff = List.of();
    this.createdAt = now;
  }

  /// What a shop begins with.
  public record Opening(String id, String companyId, String slug, ShopDetails details) {}

  /// @throws Refusal invalid, when the details contradict themselves
  public static Shop create(Opening opening, Instant now) {
    opening.details().check();
    Shop shop = new Shop(opening.id(), opening.companyId(), opening.slug(), opening.details(), now);
    shop.record(new ShopCreated(shop.snapshot()));
    return shop;
  }

  /// @throws Refusal invalid, when the details contradict themselves
  public Outcome change(ShopDetails changed) {
    changed.check();
    if (changed.equals(details)) {
      return Outcome.ALREADY;
    }
    details = changed;
    nameKey = ShopName.key(changed.name());
    record(new ShopUpdated(snapshot()));
    return Outcome.APPLIED;
  }

  public Outcome open() {
    return switch (status) {
      case PAUSED, CLOSED -> {
        status = ShopStatus.OPEN;
        record(new ShopOpened(snapshot()));
        yield Outcome.APPLIED;
      }
      case OPEN -> Outcome.ALREADY;
    };
  }

  /// No new orders from now on; the way to an end for a shop that always has some.
  public Outcome pause() {
    return switch (status) {
      case OPEN -> {
        status = ShopStatus.PAUSED;
        record(new ShopUpdated(snapshot()));
        yield Outcome.APPLIED;
      }
      case PAUSED -> Outcome.ALREADY;
      case CLOSED -> throw Refusal.conflict("shop_closed", "The shop is closed; open it first");
    };
  }

  /// @param open what would be left without a shop
  Outcome close(OpenTrade open) {
    return switch (status) {
      case OPEN, PAUSED -> {
        if (!open.isEmpty()) {
          throw Refusal.conflict("shop_has_open_trade", "The shop still has " + open.inWords());
        }
        status = ShopStatus.CLOSED;
        record(new ShopClosed(snapshot()));
        yield Outcome.APPLIED;
      }
      case CLOSED -> Outcome.ALREADY;
    };
  }

  /// Somebody shall work here; others are told.
  Outcome assign(String userId, String role, Instant now) {
    if (admit(userId, role, now) == Outcome.ALREADY) {
      return Outcome.ALREADY;
    }
    record(new ShopStaffAssigned(id(), userId, role));
    return Outcome.APPLIED;
  }

  /// Somebody works here, as their account says.
  Outcome admit(String userId, String role, Instant now) {
    Optional<StaffMember> present = member(userId);
    if (present.isPresent() && present.get().role().equals(role)) {
      return Outcome.ALREADY;
    }
    if (present.isEmpty() && staff.size() >= STAFF_LIMIT) {
      throw Refusal.conflict("staff_full", "A shop has at most " + STAFF_LIMIT + " people");
    }
    List<StaffMember> changed = without(userId);
    changed.add(new StaffMember(userId, role, now));
    staff = changed;
    return Outcome.APPLIED;
  }

  /// Somebody shall not work here any more; others are told.
  public Outcome dismiss(String userId) {
    if (forget(userId) == Outcome.ALREADY) {
      return Outcome.ALREADY;
    }
    record(new ShopStaffRemoved(id(), userId));
    return Outcome.APPLIED;
  }

  /// Somebody does not work here, as their account says.
  Outcome forget(String userId) {
    if (member(userId).isEmpty()) {
      return Outcome.ALREADY;
    }
    staff = without(userId);
    return Outcome.APPLIED;
  }

  public String company() {
    return Objects.requireNonNull(companyId());
  }

  public String slug() {
    return slug;
  }

  public ShopStatus status() {
    return status;
  }

  public ShopDetails details() {
    return details;
  }

  public List<StaffMember> staff() {
    return List.copyOf(staff);
  }

  public Instant createdAt() {
    return createdAt;
  }

  @Override
  protected String shopId() {
    return id();
  }

  private Optional<StaffMember> member(String userId) {
    return staff.stream().filter(member -> member.userId().equals(userId)).findFirst();
  }

  private List<StaffMember> without(String userId) {
    List<StaffMember> others = new ArrayList<>(staff);
    others.removeIf(member -> member.userId().equals(userId));
    return others;
  }

  private ShopSnapshot snapshot() {
    return new ShopSnapshot(
        id(),
        company(),
        details.name(),
        slug,
        wireName(status),
        details.timeZone(),
        details.warehousePriority(),
        details.fulfilmentMethods().stream().map(Shop::wireName).toList(),
        details.paymentMethods());
  }

  private static String wireName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
