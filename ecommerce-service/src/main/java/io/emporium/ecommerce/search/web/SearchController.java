package io.emporium.ecommerce.search.web;

import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

@RestController
class SearchController {

  private final ProductIndex index;

  SearchController(ProductIndex index) {
    this.index = index;
  }

  /// Published products of shops that sell. Each item is a
  /// [io.emporium.ecommerce.search.ListedProduct], kept as finished JSON.
  ///
  /// @param given search, category, shop, brand, minPrice and maxPrice in minor units, inStock and
  ///   attr.<name>
  @GetMapping("/api/products")
  Page<RawValue> search(
      @RequestParam MultiValueMap<String, String> given,
      @Sortable({"relevance", "price", "name", "newest"}) PageQuery page) {
    return index.search(new SearchParameters(given).toQuery(page));
  }
}
