package io.emporium.shop.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import io.emporium.shop.directory.ShopDirectory;
import io.emporium.shop.registry.RegisterShop;
import io.emporium.shop.registry.Shop;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/shops")
class ShopController {

  private final RegisterShop register;
  private final AggregateStore<Shop> shops;
  private final ShopDirectory directory;

  ShopController(RegisterShop register, AggregateStore<Shop> shops, ShopDirectory directory) {
    this.register = register;
    this.shops = shops;
    this.directory = directory;
  }

  @PostMapping
  ResponseEntity<ShopResponse> create(
      Caller caller, @Valid @RequestBody RegisterShopRequest request) {
    Shop shop =
        register.handle(
            new RegisterShop.Command(
                companyFor(caller, request.companyId()), request.slug(), request.toDetails()));
    return ResponseEntity.created(URI.create("/api/shops/" + shop.id()))
        .eTag(EntityTag.of(shop.version()))
        .body(ShopResponse.from(shop));
  }

  @GetMapping
  Page<?> list(@Nullable Caller caller, @Sortable({"createdAt", "slug"}) PageQuery page) {
    return caller != null && worksHere(caller)
        ? shops.page(caller.scope(), new Document(), page).map(ShopResponse::from)
        : directory.open(page).map(PublicShopResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<?> read(@Nullable Caller caller, @PathVariable String id) {
    if (caller != null && worksHere(caller)) {
      return answer(shops.get(caller.scope(), id));
    }
    return ResponseEntity.ok(PublicShopResponse.from(directory.get(id)));
  }

  @PatchMapping("/{id}")
  ResponseEntity<ShopResponse> change(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchShopRequest request) {
    return apply(caller, id, ifMatch, shop -> shop.change(request.over(shop.details())));
  }

  @PostMapping("/{id}/open")
  ResponseEntity<ShopResponse> open(Caller caller, @PathVariable String id) {
    return apply(caller, id, null, Shop::open);
  }

  @PostMapping("/{id}/close")
  ResponseEntity<ShopResponse> close(Caller caller, @PathVariable String id) {
    return apply(caller, id, null, Shop::close);
  }

  private ResponseEntity<ShopResponse> apply(
      Caller caller, String id, @Nullable String ifMatch, Function<Shop, Outcome> command) {
    return answer(shops.change(caller.scope(), id, EntityTag.version(ifMatch), command));
  }

  private static ResponseEntity<ShopResponse> answer(Shop shop) {
    return ResponseEntity.ok().eTag(EntityTag.of(shop.version())).body(ShopResponse.from(shop));
  }

  private static boolean worksHere(Caller caller) {
    return caller.role() != Role.CUSTOMER;
  }

  private static String companyFor(Caller caller, @Nullable String asked) {
    if (caller.role() != Role.SUPER_ADMIN) {
      String own = caller.requireCompany();
      if (asked != null && !asked.equals(own)) {
        throw Refusal.forbidden("foreign_company", "A shop is opened in one's own company");
      }
      return own;
    }
    if (asked == null) {
      throw Refusal.invalid("/companyId", "is needed from somebody who belongs to no company");
    }
    return asked;
  }
}
