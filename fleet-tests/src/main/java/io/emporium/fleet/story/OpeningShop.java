package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A company, its people, its shop, its stock.
final class OpeningShop {

  private static final Duration SOON = Duration.ofSeconds(10);
  static final int LAPTOPS = 12;

  private final Cast cast;
  private final StoryTeller teller;
  private final String superAdminEmail;
  private final String superAdminPassword;

  OpeningShop(Cast cast, StoryTeller teller, String superAdminEmail, String superAdminPassword) {
    this.cast = cast;
    this.teller = teller;
    this.superAdminEmail = superAdminEmail;
    this.superAdminPassword = superAdminPassword;
  }

  void play() {
    teller.chapter("A company opens");
    teller.step("The gateway answers for all services", this::health);
    teller.step("The super admin signs in", this::superAdminSignsIn);
    teller.step("… founds a company", this::createCompany);
    teller.step("… and gives it an administrator", this::createAdmin);
    teller.step("The administrator opens a shop", this::createShop);
    teller.step("… and two warehouses", this::createWarehouses);
    teller.step("… and hires a manager", this::createManager);
    teller.step("The manager lists a laptop in two colours", this::createProduct);
    teller.step("… and publishes it", this::publish);
    teller.step("… and receives stock in both warehouses", this::receive);
  }

  private String health() {
    return cast.anyone.get("/health").expect(200).text("/status");
  }

  private String superAdminSignsIn() {
    cast.superAdmin = cast.anyone.as(cast.signIn(superAdminEmail, superAdminPassword));
    return superAdminEmail;
  }

  private String createCompany() {
    Answer company =
        cast.superAdmin
            .post(
                "/api/companies",
                Map.of("name", "Acme " + cast.run, "currency", "USD", "timeZone", "Europe/Berlin"))
            .expect(201);
    cast.companyId = company.text("/id");
    return company.text("/name");
  }

  private String createAdmin() {
    cast.superAdmin
        .post(
            "/api/users",
            Map.of(
                "email",
                cast.adminEmail(),
                "password",
                Cast.PASSWORD,
                "role",
                "company_admin",
                "companyId",
                cast.companyId))
        .expect(201);
    cast.adminToken = cast.signIn(cast.adminEmail(), Cast.PASSWORD);
    cast.admin = cast.anyone.as(cast.adminToken);
    return cast.adminEmail();
  }

  private String createShop() {
    Answer shop =
        cast.admin
            .post("/api/shops", Map.of("name", "Acme Downtown", "timeZone", "Europe/Berlin"))
            .expect(201);
    cast.shopId = shop.text("/id");
    return shop.text("/name") + " is " + shop.text("/status");
  }

  private String createWarehouses() {
    cast.mainWarehouse = warehouse("Main");
    cast.reserveWarehouse = warehouse("Reserve");
    cast.admin
        .patch(
            "/api/shops/" + cast.shopId,
            Map.of("warehousePriority", List.of(cast.mainWarehouse, cast.reserveWarehouse)))
        .expect(200);
    return "Main before Reserve";
  }

  private String warehouse(String name) {
    return cast.admin
        .post("/api/inventory/v1/warehouses", Map.of("name", name, "shopIds", List.of(cast.shopId)))
        .expect(201)
        .text("/id");
  }

  private String createManager() {
    cast.admin
        .post(
            "/api/users",
            Map.of(
                "email",
                cast.managerEmail(),
                "password",
                Cast.PASSWORD,
                "role",
                "shop_manager",
                "shopIds",
                List.of(cast.shopId)))
        .expect(201);
    cast.managerToken = cast.signIn(cast.managerEmail(), Cast.PASSWORD);
    cast.manager = cast.anyone.as(cast.managerToken);
    return cast.managerEmail();
  }

  private String createProduct() {
    Answer product =
        cast.manager
            .post(
                "/api/products",
                Map.of(
                    "shopId",
                    cast.shopId,
                    "name",
                    "Laptop 14 " + cast.run,
                    "brand",
                    "Acme",
                    "description",
                    "A light laptop for people who travel",
                    "variants",
                    List.of(
                        variant(cast.laptopSku(), "silver", 129_900),
                        variant(cast.blackLaptopSku(), "black", 134_900))))
            .expect(201);
    cast.laptopId = product.text("/id");
    return product.text("/name") + " is a " + product.text("/status");
  }

  private static Map<String, Object> variant(String sku, String color, long amount) {
    return Map.of(
        "sku", sku,
        "options", Map.of("color", color),
        "price", Map.of("amount", amount, "currency", "USD"));
  }

  private String publish() {
    return cast.manager
        .post("/api/products/" + cast.laptopId + "/publish", null)
        .expect(200)
        .text("/status");
  }

  private String receive() {
    receipt(cast.mainWarehouse, cast.laptopSku(), LAPTOPS);
    receipt(cast.reserveWarehouse, cast.blackLaptopSku(), 3);
    Answer stock =
        Waiting.until(
            SOON,
            "the stock",
            () -> cast.manager.get("/api/inventory/v1/products?sku=" + cast.laptopSku()),
            answer -> answer.json().at("/items/0/onHand").asLong() == LAPTOPS);
    return stock.number("/items/0/available") + " silver laptops available";
  }

  private void receipt(String warehouse, String sku, int quantity) {
    cast.manager
        .post(
            "/api/inventory/v1/receipts",
            Map.of(
                "warehouseId",
                warehouse,
                "reference",
                "delivery-" + cast.run,
                "lines",
                List.of(Map.of("sku", sku, "quantity", quantity))))
        .expect(201);
  }
}
