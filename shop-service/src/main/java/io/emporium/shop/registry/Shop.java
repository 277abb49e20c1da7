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
    this.staff = List.of();
    this.createdAt = now;
  }

  /// What a shop begins with.
  public record Opening(String id, String companyId, String slug, ShopDetails details) {}

  public static Shop create(Opening opening, Instant now) {
    Shop shop = new Shop(opening.id(), opening.companyId(), opening.slug(), opening.details(), now);
    shop.record(new ShopCreated(shop.snapshot()));
    return shop;
  }

  public Outcome change(ShopDetails changed) {
    if (changed.equals(details)) {
      return Outcome.ALREADY;
    }
    details = changed;
    record(new ShopUpdated(snapshot()));
    return Outcome.APPLIED;
  }

  public Outcome open() {
    return switch (status) {
      case CLOSED -> {
        status = ShopStatus.OPEN;
        record(new ShopOpened(snapshot()));
        yield Outcome.APPLIED;
      }
      case OPEN -> Outcome.ALREADY;
    };
  }

  public Outcome close() {
    return switch (status) {
      case OPEN -> {
        status = ShopStatus.CLOSED;
        record(new ShopClosed(snapshot()));
        yield Outcome.APPLIED;
      }
      case CLOSED -> Outcome.ALREADY;
    };
  }

  public Outcome assign(String userId, String role, Instant now) {
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
    record(new ShopStaffAssigned(id(), userId, role));
    return Outcome.APPLIED;
  }

  public Outcome dismiss(String userId) {
    if (member(userId).isEmpty()) {
      return Outcome.ALREADY;
    }
    staff = without(userId);
    record(new ShopStaffRemoved(id(), userId));
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
