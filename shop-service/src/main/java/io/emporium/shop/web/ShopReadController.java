package io.emporium.shop.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import io.emporium.shop.directory.ShopDirectory;
import io.emporium.shop.registry.Shop;
import io.emporium.shop.registry.ShopName;
import io.emporium.shop.registry.ShopStatus;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shops for their own people, within what each of them may see, and the public directory for
/// everybody else.
@RestController
@RequestMapping("/api/shops")
class ShopReadController {

  private static final int LONGEST_SEARCH = 64;

  private final AggregateStore<Shop> shops;
  private final ShopDirectory directory;

  ShopReadController(AggregateStore<Shop> shops, ShopDirectory directory) {
    this.shops = shops;
    this.directory = directory;
  }

  /// @param search how the name begins, whatever its case and accents
  /// @param company only shops of this company
  /// @param status for the shops' own people; the directory has open shops alone
  @GetMapping
  Page<?> list(
      @Nullable Caller caller,
      @RequestParam(required = false) @Nullable String search,
      @RequestParam(required = false) @Nullable String company,
      @RequestParam(required = false) @Nullable String status,
      @Sortable({"createdAt", "slug"}) PageQuery page) {
    Document filter = new Document();
    if (search != null) {
      filter.append("nameKey", beginningWith(search));
    }
    if (caller == null || !worksHere(caller)) {
      return directory.open(filter, company, page).map(PublicShopResponse::from);
    }
    if (company != null) {
      filter.append("companyId", company);
    }
    if (status != null) {
      filter.append("status", statusOf(status).name());
    }
    return shops.page(caller.scope(), filter, page).map(ShopResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<?> read(@Nullable Caller caller, @PathVariable String id) {
    if (caller != null && worksHere(caller)) {
      Shop shop = shops.get(caller.scope(), id);
      return ResponseEntity.ok().eTag(EntityTag.of(shop.version())).body(ShopResponse.from(shop));
    }
    return ResponseEntity.ok(PublicShopResponse.from(directory.get(id)));
  }

  private static boolean worksHere(Caller caller) {
    return caller.role() != Role.CUSTOMER;
  }

  private static ShopStatus statusOf(String status) {
    return switch (status) {
      case "open" -> ShopStatus.OPEN;
      case "paused" -> ShopStatus.PAUSED;
      case "closed" -> ShopStatus.CLOSED;
      default -> throw Refusal.invalid("status", "must be open, paused or closed");
    };
  }

  // A range, not a pattern: nothing that a caller sends is run as a regular expression.
  private static Document beginningWith(String search) {
    if (search.isBlank() || search.length() > LONGEST_SEARCH) {
      throw Refusal.invalid("search", "must have 1 to " + LONGEST_SEARCH + " characters");
    }
    String key = ShopName.key(search);
    return new Document("$gte", key).append("$lt", key + Character.MAX_VALUE);
  }
}
