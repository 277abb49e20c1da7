package io.emporium.ecommerce.catalog.web;

import io.emporium.ecommerce.catalog.Product;
import io.emporium.ecommerce.catalog.ProductStatus;
import io.emporium.ecommerce.catalog.Products;
import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.ecommerce.stock.StockBoard;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Products one by one, and the shop's own list with its drafts; the public list is a search.
@RestController
@RequestMapping("/api/products")
class ProductReadController {

  private final Products products;
  private final ProductIndex index;
  private final StockBoard stock;

  ProductReadController(Products products, ProductIndex index, StockBoard stock) {
    this.products = products;
    this.index = index;
    this.stock = stock;
  }

  @GetMapping("/mine")
  Page<ProductResponse> mine(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String shop,
      @Sortable({"createdAt", "changedAt", "slug"}) PageQuery page) {
    Document filter = new Document();
    if (status != null) {
      filter.append("status", statusOf(status).name());
    }
    if (shop != null) {
      filter.append("shopId", shop);
    }
    return products
        .page(caller.scope(), filter, page)
        .map(product -> ProductResponse.from(product, stock));
  }

  @GetMapping("/{id}")
  ResponseEntity<?> read(@Nullable Caller caller, @PathVariable String id) {
    Optional<Product> own =
        caller == null || caller.role() == Role.CUSTOMER
            ? Optional.empty()
            : products.find(caller.scope(), id);
    if (own.isPresent()) {
      return ResponseEntity.ok()
          .eTag(EntityTag.of(own.get().version()))
          .body(ProductResponse.from(own.get(), stock));
    }
    return ResponseEntity.ok(index.find(id).orElseThrow(() -> Refusal.notFound("product", id)));
  }

  private static ProductStatus statusOf(String status) {
    return switch (status) {
      case "draft" -> ProductStatus.DRAFT;
      case "published" -> ProductStatus.PUBLISHED;
      default -> throw Refusal.invalid("status", "must be draft or published");
    };
  }
}
