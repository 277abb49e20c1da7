package io.emporium.ecommerce.cart.web;

import io.emporium.ecommerce.cart.Cart;
import io.emporium.ecommerce.cart.CartAccess;
import io.emporium.ecommerce.cart.Carts;
import io.emporium.ecommerce.cart.FillCart;
import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cart")
class CartController {

  static final String CART_ID = "X-Cart-Id";

  private final CartAccess access;
  private final Carts carts;
  private final FillCart fill;
  private final ProductIndex index;

  CartController(CartAccess access, Carts carts, FillCart fill, ProductIndex index) {
    this.access = access;
    this.carts = carts;
    this.fill = fill;
    this.index = index;
  }

  @GetMapping
  ResponseEntity<CartResponse> read(
      @Nullable Caller caller,
      @RequestHeader(name = CART_ID, required = false) @Nullable String cartId) {
    return access
        .find(userId(caller), cartId)
        .flatMap(opened -> carts.find(opened.owner()).map(cart -> answer(opened, cart)))
        .orElseGet(() -> ResponseEntity.ok(CartResponse.empty()));
  }

  @PostMapping("/items")
  ResponseEntity<CartResponse> add(
      @Nullable Caller caller,
      @RequestHeader(name = CART_ID, required = false) @Nullable String cartId,
      @Valid @RequestBody AddItemRequest item) {
    CartAccess.Opened opened = access.open(userId(caller), cartId);
    return answer(opened, fill.add(opened.owner(), item.productId(), item.sku(), item.quantity()));
  }

  /// @param productId needed only when products of two companies have the same SKU
  @PatchMapping("/items/{sku}")
  ResponseEntity<CartResponse> setQuantity(
      @Nullable Caller caller,
      @RequestHeader(name = CART_ID, required = false) @Nullable String cartId,
      @PathVariable String sku,
      @RequestParam(required = false) @Nullable String productId,
      @Valid @RequestBody SetQuantityRequest request) {
    CartAccess.Opened opened = opened(caller, cartId, sku);
    return answer(opened, fill.set(opened.owner(), sku, productId, request.quantity()));
  }

  @DeleteMapping("/items/{sku}")
  ResponseEntity<CartResponse> remove(
      @Nullable Caller caller,
      @RequestHeader(name = CART_ID, required = false) @Nullable String cartId,
      @PathVariable String sku,
      @RequestParam(required = false) @Nullable String productId) {
    CartAccess.Opened opened = opened(caller, cartId, sku);
    return answer(opened, fill.remove(opened.owner(), sku, productId));
  }

  private CartAccess.Opened opened(@Nullable Caller caller, @Nullable String cartId, String sku) {
    return access
        .find(userId(caller), cartId)
        .orElseThrow(() -> Refusal.notFound("cart_item", sku));
  }

  private ResponseEntity<CartResponse> answer(CartAccess.Opened opened, Cart cart) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (opened.guestSecret() != null) {
      answer.header(CART_ID, opened.guestSecret());
    }
    return answer.body(CartResponse.from(cart, opened.guestSecret(), index));
  }

  // Only customers have a cart of their own. Whoever else is signed in is a guest here: a cart that
  // went over to somebody who cannot check out would be lost.
  private static @Nullable String userId(@Nullable Caller caller) {
    return caller != null && caller.role() == Role.CUSTOMER ? caller.userId() : null;
  }
}
