package io.emporium.kit.tenancy;

import java.util.Set;

/// Whose data a query may touch. Every query on tenant data takes one; there is no other way to
/// ask. A scope comes from the verified token of the caller or from the envelope of a message,
/// never from a request's own words.
public sealed interface Scope {

  /// The whole platform: super admins, and jobs that sweep all tenants.
  record Platform() implements Scope {}

  /// Everything of one company.
  record OfCompany(String companyId) implements Scope {}

  /// What belongs to some shops of one company.
  record OfShops(String companyId, Set<String> shopIds) implements Scope {
    public OfShops {
      shopIds = Set.copyOf(shopIds);
    }
  }

  /// What belongs to one customer, in whatever company.
  record OfCustomer(String customerId) implements Scope {}

  static Scope platform() {
    return new Platform();
  }

  static Scope company(String companyId) {
    return new OfCompany(companyId);
  }

  static Scope customer(String customerId) {
    return new OfCustomer(customerId);
  }
}
