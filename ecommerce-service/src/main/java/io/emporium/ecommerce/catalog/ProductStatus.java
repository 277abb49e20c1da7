package io.emporium.ecommerce.catalog;

/// The life of a product.
public enum ProductStatus {
  /// Only the shop's people see it.
  DRAFT,
  /// Can be found and bought.
  PUBLISHED,
  /// Gone for everybody, for good; its slug and SKUs may be used again.
  DELETED
}
