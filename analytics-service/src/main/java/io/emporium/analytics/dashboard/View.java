package io.emporium.analytics.dashboard;

import io.emporium.kit.tenancy.Scope;
import java.time.ZoneId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Whose orders a figure is made of, and in which zone their days begin.
///
/// @param company one of those in the scope; null for all
/// @param shop one of those in the scope; null for all
public record View(
    Scope scope, Scope companyScope, @Nullable String company, @Nullable String shop, ZoneId zone) {

  Document narrowed(Document filter) {
    Document narrowed = new Document(filter);
    if (company != null) {
      narrowed.append("companyId", company);
    }
    if (shop != null) {
      narrowed.append("shopId", shop);
    }
    return narrowed;
  }
}
