package io.emporium.inventory;

import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.StockLine;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// A company of its own for each test, with its people and goods.
public record Stockroom(TestApi api, String companyId) {

  public static final String SHOP = "shop-1";

  public static Stockroom of(TestApi api) {
    return new Stockroom(api, "c-" + UUID.randomUUID());
  }

  public TestApi admin() {
    return api.as(TestTokens.companyAdmin(companyId));
  }

  public TestApi manager() {
    return api.as(TestTokens.manager(companyId, SHOP));
  }

  public String warehouse(String name) {
    return admin()
        .post("/api/inventory/v1/warehouses", Map.of("name", name))
        .expect(201)
        .text("/id");
  }

  public void receive(String warehouseId, String sku, int quantity) {
    var line = Map.of("sku", sku, "quantity", quantity);
    manager()
        .post(
            "/api/inventory/v1/receipts",
            Map.of("warehouseId", warehouseId, "lines", List.of(line)))
        .expect(201);
  }

  /// On hand, reserved, available.
  public List<Long> figures(String warehouseId, String sku) {
    JsonNode items =
        manager()
            .get("/api/inventory/v1/products?sku=" + sku + "&warehouse=" + warehouseId)
            .expect(200)
            .json()
            .at("/items");
    JsonNode item = items.get(0);
    return List.of(
        item.get("onHand").asLong(), item.get("reserved").asLong(), item.get("available").asLong());
  }

  public String status(String orderId) {
    return admin().get("/api/inventory/v1/reservations/" + orderId).expect(200).text("/status");
  }

  public JsonNode invariants() {
    return admin().get("/api/inventory/v1/invariants").expect(200).json();
  }

  public static String order() {
    return "order-" + UUID.randomUUID();
  }

  public static ReserveStock reserve(String orderId, StockLine... lines) {
    return new ReserveStock(
        orderId, SHOP, List.of(lines), Instant.now().plus(Duration.ofMinutes(10)));
  }

  public static List<String> orders(int many) {
    return IntStream.range(0, many).mapToObj(_ -> order()).toList();
  }
}
