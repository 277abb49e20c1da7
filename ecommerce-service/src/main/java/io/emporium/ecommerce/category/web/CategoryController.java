package io.emporium.ecommerce.category.web;

import io.emporium.ecommerce.Slug;
import io.emporium.ecommerce.category.Category;
import io.emporium.ecommerce.category.CreateCategory;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/categories")
class CategoryController {

  private final CreateCategory create;
  private final SharedStore<Category> categories;

  CategoryController(CreateCategory create, SharedStore<Category> categories) {
    this.create = create;
    this.categories = categories;
  }

  @PostMapping
  ResponseEntity<CategoryResponse> create(
      Caller caller, @Valid @RequestBody CreateCategoryRequest request) {
    String company = caller.companyId();
    String slug = request.slug();
    Category category =
        create.handle(
            new CreateCategory.Command(
                company == null ? Category.EVERYBODY : company,
                request.name().strip(),
                slug == null ? Slug.from(request.name()) : slug,
                request.parentId()));
    return ResponseEntity.created(URI.create("/api/categories?parent=" + category.id()))
        .body(CategoryResponse.from(category));
  }

  /// @param company only what products of this company may be in
  /// @param parent only direct children
  @GetMapping
  Page<CategoryResponse> list(
      @RequestParam(required = false) @Nullable String company,
      @RequestParam(required = false) @Nullable String parent,
      @Sortable({"createdAt", "name", "slug"}) PageQuery page) {
    Document filter = new Document();
    if (company != null) {
      filter.append("ownerId", new Document("$in", List.of(company, Category.EVERYBODY)));
    }
    if (parent != null) {
      filter.append("parentId", parent);
    }
    return categories.page(filter, page).map(CategoryResponse::from);
  }
}
