package io.emporium.shop.registry;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.shop.companies.Companies;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A company opens a shop.
@Component
public class RegisterShop {

  private static final int SUFFIX_LENGTH = 8;

  /// @param slug as wished; null to take it from the name
  public record Command(String companyId, @Nullable String slug, ShopDetails details) {}

  private final AggregateStore<Shop> shops;
  private final Companies companies;
  private final Ids ids;
  private final Clock clock;

  RegisterShop(AggregateStore<Shop> shops, Companies companies, Ids ids, Clock clock) {
    this.shops = shops;
    this.companies = companies;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws Refusal conflict, when the slug is taken or the company may not trade
  public Shop handle(Command command) {
    if (!companies.mayTrade(command.companyId())) {
      throw Refusal.conflict("company_not_active", "The company is suspended or closed");
    }
    String id = ids.next();
    String wished = command.slug();
    if (wished != null) {
      return create(id, wished, command).orElseThrow(() -> taken(wished));
    }
    // Two shops of one name are nobody's mistake; the second gets a longer address.
    String slug = Slug.from(command.details().name());
    String longer = slug + "-" + id.substring(id.length() - SUFFIX_LENGTH);
    return create(id, slug, command)
        .or(() -> create(id, longer, command))
        .orElseThrow(() -> taken(longer));
  }

  private Optional<Shop> create(String id, String slug, Command command) {
    Shop shop =
        Shop.create(
            new Shop.Opening(id, command.companyId(), slug, command.details()), clock.instant());
    if (shops.create(shop)) {
      return Optional.of(shop);
    }
    // Either this very request, sent again with its idempotency key, or another shop's slug.
    return shops.find(Scope.company(command.companyId()), id);
  }

  private static Refusal taken(String slug) {
    return Refusal.conflict("slug_taken", "Another shop of the company has the slug " + slug);
  }
}
