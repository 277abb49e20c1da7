package io.emporium.shop.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.web.EntityTag;
import io.emporium.shop.companies.Companies;
import io.emporium.shop.registry.CloseShop;
import io.emporium.shop.registry.RegisterShop;
import io.emporium.shop.registry.Shop;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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
  private final CloseShop close;
  private final AggregateStore<Shop> shops;
  private final Companies companies;

  ShopController(
      RegisterShop register, CloseShop close, AggregateStore<Shop> shops, Companies companies) {
    this.register = register;
    this.close = close;
    this.shops = shops;
    this.companies = companies;
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

  /// Takes no new orders until it is opened again.
  @PostMapping("/{id}/pause")
  ResponseEntity<ShopResponse> pause(Caller caller, @PathVariable String id) {
    return apply(caller, id, null, Shop::pause);
  }

  /// Refused while anything of the shop is unfinished; see [CloseShop].
  @PostMapping("/{id}/close")
  ResponseEntity<ShopResponse> close(Caller caller, @PathVariable String id) {
    return answer(close.handle(caller.scope(), id));
  }

  private ResponseEntity<ShopResponse> apply(
      Caller caller, String id, @Nullable String ifMatch, Function<Shop, Outcome> command) {
    return answer(shops.change(caller.scope(), id, EntityTag.version(ifMatch), command));
  }

  private static ResponseEntity<ShopResponse> answer(Shop shop) {
    return ResponseEntity.ok().eTag(EntityTag.of(shop.version())).body(ShopResponse.from(shop));
  }

  private String companyFor(Caller caller, @Nullable String asked) {
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
    companies.requireKnown(asked);
    return asked;
  }
}
