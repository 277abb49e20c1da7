package io.emporium.ecommerce.wishlist;

import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.bson.Document;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/wishlist")
class WishlistController {

  private static final int MOST_ITEMS = 500;

  private final RecordStore<WishlistItem> items;
  private final ProductIndex index;
  private final Clock clock;

  WishlistController(RecordStore<WishlistItem> items, ProductIndex index, Clock clock) {
    this.items = items;
    this.index = index;
    this.clock = clock;
  }

  @GetMapping({"", "/items"})
  Page<WishResponse> list(Caller caller, @Sortable({"addedAt"}) PageQuery page) {
    return items
        .page(caller.scope(), new Document(), page)
        .map(item -> WishResponse.from(item, index));
  }

  @PostMapping("/items")
  ResponseEntity<WishResponse> add(Caller caller, @Valid @RequestBody AddWishRequest request) {
    if (index.find(request.productId()).isEmpty()) {
      throw Refusal.notFound("product", request.productId());
    }
    WishlistItem item = WishlistItem.of(caller.userId(), request.productId(), clock.instant());
    if (items.count(caller.scope(), new Document()) >= MOST_ITEMS
        && items.find(caller.scope(), item.id()).isEmpty()) {
      throw Refusal.rule("wishlist_full", "A wishlist has at most " + MOST_ITEMS + " items");
    }
    // Already wished for is as good as wished for now; the first date stays.
    WishlistItem kept =
        items.insert(item) ? item : items.find(caller.scope(), item.id()).orElse(item);
    return ResponseEntity.created(URI.create("/api/wishlist/items/" + kept.productId()))
        .body(WishResponse.from(kept, index));
  }

  @DeleteMapping("/items/{productId}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable String productId) {
    String id = WishlistItem.of(caller.userId(), productId, clock.instant()).id();
    var _ = items.delete(caller.scope(), new Document("_id", id));
    return ResponseEntity.noContent().build();
  }
}
