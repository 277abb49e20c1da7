package io.emporium.ecommerce.search.web;

import io.emporium.ecommerce.search.ProductQuery;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.PageQuery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A search as it stands in an address.
final class SearchParameters {

  private static final int LONGEST = 200;
  private static final int MOST_ATTRIBUTES = 10;
  private static final int MOST_VALUES = 20;
  private static final String ATTRIBUTE = "attr.";

  private final MultiValueMap<String, String> given;

  SearchParameters(MultiValueMap<String, String> given) {
    this.given = given;
  }

  ProductQuery toQuery(PageQuery page) {
    return new ProductQuery(
        text("search"),
        text("category"),
        text("shop"),
        text("brand"),
        amount("minPrice"),
        amount("maxPrice"),
        flag("inStock"),
        attributes(),
        page);
  }

  private @Nullable String text(String name) {
    String value = given.getFirst(name);
    return value == null || value.isBlank() ? null : bounded(name, value);
  }

  private @Nullable Long amount(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      return Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw Refusal.invalid(name, "must be a whole number of minor units");
    }
  }

  private boolean flag(String name) {
    String value = text(name);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw Refusal.invalid(name, "must be true or false");
    }
    return "true".equals(value);
  }

  private Map<String, Set<String>> attributes() {
    Map<String, Set<String>> attributes = new HashMap<>();
    for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
      if (parameter.getKey().startsWith(ATTRIBUTE)) {
        String name = bounded(ATTRIBUTE, parameter.getKey().substring(ATTRIBUTE.length()));
        Set<String> values = new HashSet<>();
        parameter.getValue().forEach(value -> values.add(bounded(parameter.getKey(), value)));
        attributes.put(name, values);
        if (attributes.size() > MOST_ATTRIBUTES || values.size() > MOST_VALUES) {
          throw Refusal.invalid(ATTRIBUTE, "too many attributes or values");
        }
      }
    }
    return attributes;
  }

  private static String bounded(String name, String value) {
    if (value.length() > LONGEST) {
      throw Refusal.invalid(name, "may have at most " + LONGEST + " characters");
    }
    return value;
  }
}
