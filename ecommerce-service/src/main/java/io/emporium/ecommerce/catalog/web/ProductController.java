package io.emporium.ecommerce.catalog.web;

import io.emporium.ecommerce.catalog.ChangeProduct;
import io.emporium.ecommerce.catalog.CreateProduct;
import io.emporium.ecommerce.catalog.Product;
import io.emporium.ecommerce.catalog.Products;
import io.emporium.ecommerce.catalog.PublishProduct;
import io.emporium.ecommerce.stock.StockBoard;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.web.EntityTag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
class ProductController {

  private final CreateProduct create;
  private final ChangeProduct change;
  private final PublishProduct publish;
  private final Products products;
  private final StockBoard stock;

  ProductController(
      CreateProduct create,
      ChangeProduct change,
      PublishProduct publish,
      Products products,
      StockBoard stock) {
    this.create = create;
    this.change = change;
    this.publish = publish;
    this.products = products;
    this.stock = stock;
  }

  @PostMapping
  ResponseEntity<ProductResponse> create(
      Caller caller, @Valid @RequestBody CreateProductRequest request) {
    Product product = create.handle(caller, request.toCommand());
    return ResponseEntity.created(URI.create("/api/products/" + product.id()))
        .eTag(EntityTag.of(product.version()))
        .body(ProductResponse.from(product, stock));
  }

  @PatchMapping("/{id}")
  ResponseEntity<ProductResponse> change(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchProductRequest request) {
    return answer(change.handle(caller.scope(), id, EntityTag.version(ifMatch), request::over));
  }

  @PostMapping("/{id}/publish")
  ResponseEntity<ProductResponse> publish(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(publish.handle(caller.scope(), id, EntityTag.version(ifMatch)));
  }

  @PostMapping("/{id}/unpublish")
  ResponseEntity<ProductResponse> unpublish(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(apply(caller, id, ifMatch, Product::unpublish));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    var _ = apply(caller, id, ifMatch, Product::delete);
    return ResponseEntity.noContent().build();
  }

  private Product apply(
      Caller caller,
      String id,
      @Nullable String ifMatch,
      BiFunction<Product, Instant, Outcome> command) {
    return products.change(caller.scope(), id, EntityTag.version(ifMatch), command);
  }

  private ResponseEntity<ProductResponse> answer(Product product) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(product.version()))
        .body(ProductResponse.from(product, stock));
  }
}
