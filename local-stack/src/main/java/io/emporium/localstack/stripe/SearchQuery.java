package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Json;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Stripe's search language as far as `metadata['name']:'value'` and `field:'value'`, all of which
/// must hold. Unlike Stripe's, the search sees a write at once.
final class SearchQuery {

  private static final Pattern CLAUSE =
      Pattern.compile("(metadata\\[['\"]([^'\"]+)['\"]\\]|\\w+)\\s*:\\s*['\"]([^'\"]*)['\"]");

  private SearchQuery() {}

  static Predicate<ObjectNode> parse(String query) {
    Predicate<ObjectNode> all = null;
    Matcher matcher = CLAUSE.matcher(query);
    while (matcher.find()) {
      String name = matcher.group(2);
      String field = matcher.group(1);
      String value = matcher.group(3);
      Predicate<ObjectNode> one =
          name == null
              ? object -> Json.text(object, field).equals(value)
              : object -> Json.text(object, "metadata", name).equals(value);
      all = all == null ? one : all.and(one);
    }
    if (all == null) {
      throw StripeError.invalid(null, "We were unable to parse your search query.");
    }
    return all;
  }
}
