package io.emporium.inventory.stock;

/// A SKU in a warehouse of a company, and so one stock document.
public record StockKey(String companyId, String warehouseId, String sku) {

  public String id() {
    return companyId + ":" + warehouseId + ":" + sku;
  }
}
