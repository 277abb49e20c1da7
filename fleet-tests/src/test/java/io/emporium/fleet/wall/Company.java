package io.emporium.fleet.wall;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A company with something of everything in it, and the ids of all that.
public final class Company {

  static final String PASSWORD = "Str0ng-enough!";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Api anyone;
  private final String tag;
  private final Map<String, List<String>> ids = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();

  Company(Api anyone, String tag) {
    this.anyone = anyone;
    this.tag = tag;
  }

  /// @param superAdmin founds it
  public static Company open(Api anyone, Api superAdmin, String tag) {
    Company company = new Company(anyone, tag);
    company.found(superAdmin);
    company.hire();
    company.list();
    company.sell();
    company.borrow();
    return company;
  }

  private void found(Api superAdmin) {
    Map<String, String> founding = Map.of("name", "Wall " + tag, "currency", "USD");
    know("companies", superAdmin.post("/api/companies", founding).expect(201).text("/id"));
    Map<String, Object> admin = account("admin", "company_admin");
    admin.put("companyId", first("companies"));
    String adminId = superAdmin.post("/api/users", admin).expect(201).text("/id");
    signIn("admin");
    for (String name : List.of("One", "Two")) {
      String shop = as("admin").post("/api/shops", Map.of("name", name)).expect(201).text("/id");
      know("shops", shop);
      Map<String, Object> house = Map.of("name", "House " + name, "shopIds", List.of(shop));
      know(
          "warehouses",
          as("admin").post("/api/inventory/v1/warehouses", house).expect(201).text("/id"));
    }
    // Roles are changed on the first user that is known: let it be one that nobody needs.
    hire("spare", "shop_staff", first("shops"));
    know("users", adminId);
  }

  private void hire() {
    hire("manager", "shop_manager", first("shops"));
    hire("staff", "shop_staff", first("shops"));
    hire("manager2", "shop_manager", last("shops"));
    hire("staff2", "shop_staff", last("shops"));
    for (String name : List.of("manager", "staff", "manager2", "staff2")) {
      signIn(name);
    }
    Map<String, Object> customer = account("customer", "customer");
    customer.remove("role");
    Answer registered = anyone.post("/api/auth/register", customer).expect(201);
    know("users", registered.text("/user/id"));
    signedIn("customer", registered.text("/accessToken"));
  }

  private void hire(String name, String role, String shop) {
    Map<String, Object> person = account(name, role);
    person.put("shopIds", List.of(shop));
    know("users", as("admin").post("/api/users", person).expect(201).text("/id"));
  }

  // The draft comes first: nobody outside may know of it, so it is what a stranger asks for.
  private void list() {
    String category =
        as("admin")
            .post("/api/categories", Map.of("name", "Things " + tag))
            .expect(201)
            .text("/id");
    know("categories", category);
    product("DRAFT-", mark() + " draft");
    product("SOLD-", "Thing " + tag);
    as("manager").post("/api/products/" + last("products") + "/publish", null).expect(200);
    List<Map<String, Object>> lines =
        List.of(
            Map.of("sku", first("skus"), "quantity", 20),
            Map.of("sku", last("skus"), "quantity", 20));
    Map<String, Object> receipt = Map.of("warehouseId", first("warehouses"), "lines", lines);
    know(
        "receipts",
        as("admin").post("/api/inventory/v1/receipts", receipt).expect(201).text("/id"));
    Waiting.until(
        SOON,
        "the product in the search",
        () -> anyone.get("/api/products?size=1&shop=" + first("shops")),
        answer -> answer.json().at("/totalItems").asLong() >= 1);
  }

  private void product(String prefix, String name) {
    String sku = prefix + tag;
    Map<String, Object> variant =
        Map.of("sku", sku, "price", Map.of("amount", 1_999, "currency", "USD"));
    Map<String, Object> product =
        Map.of("shopId", first("shops"), "name", name, "variants", List.of(variant));
    know("products", as("manager").post("/api/products", product).expect(201).text("/id"));
    know("skus", sku);
  }

  private void sell() {
    Api customer = as("customer");
    Map<String, Object> line = Map.of("productId", last("products"), "quantity", 1);
    String order =
        customer.post("/api/orders", Map.of("items", List.of(line))).expect(201).text("/id");
    know("orders", order);
    // What the audit may be asked about.
    know("entities", order);
    Map<String, Object> payment =
        Map.of("orderId", order, "provider", "stripe", "paymentMethod", "pm_card_visa");
    know("payments", customer.post("/api/payments/process", payment).expect(200).text("/id"));
    Waiting.until(
        SOON,
        "the order's confirmation",
        () -> customer.get("/api/orders/" + order),
        answer -> answer.json().at("/status").asString("").equals("confirmed"));
    Answer shipped = as("manager").post("/api/orders/" + order + "/fulfilments", Map.of());
    if (shipped.status() == 201) {
      know("fulfilments", shipped.text("/fulfilments/0/id"));
      // Only what has arrived can be sent back.
      as("manager")
          .post("/api/orders/" + order + "/fulfilments/" + first("fulfilments") + "/deliver", null);
    }
    // Without one the matrix has no notification to steal; that it misses one, it tells.
    var _ =
        Waiting.find(
            SOON,
            () ->
                Optional.of(customer.get("/api/notifications"))
                    .filter(inbox -> inbox.body().contains("\"id\"")));
  }

  private void borrow() {
    Map<String, Object> debt =
        Map.of(
            "creditor",
            mark() + " bank",
            "principal",
            Map.of("amount", 90_000, "currency", "USD"),
            "instalments",
            3,
            "firstDueOn",
            "2031-01-01");
    know("debts", as("admin").post("/api/debts", debt).expect(201).text("/id"));
    Map<String, Object> instalment = Map.of("amount", Map.of("amount", 30_000, "currency", "USD"));
    as("admin")
        .post(
            "/api/debts/" + first("debts") + "/payments",
            instalment,
            "Idempotency-Key",
            "wall-" + tag)
        .expect(201);
  }

  private Map<String, Object> account(String name, String role) {
    return new HashMap<>(Map.of("email", email(name), "password", PASSWORD, "role", role));
  }

  String email(String name) {
    return name + "@" + mark() + ".example";
  }

  /// Stands in everything that no stranger may read.
  String mark() {
    return "private-" + tag;
  }

  private void signIn(String name) {
    Map<String, String> words = Map.of("email", email(name), "password", PASSWORD);
    signedIn(name, anyone.post("/api/auth/login", words).expect(200).text("/accessToken"));
  }

  synchronized void signedIn(String name, String token) {
    tokens.put(name, token);
  }

  /// A fresh token for somebody whose last one may have been revoked.
  synchronized String freshToken(String name) {
    signIn(name);
    return token(name);
  }

  public synchronized String token(String name) {
    return tokens.getOrDefault(name, "");
  }

  Api as(String name) {
    return anyone.as(token(name));
  }

  synchronized void know(String kind, String id) {
    List<String> known = ids.computeIfAbsent(kind, _ -> new ArrayList<>());
    if (!known.contains(id)) {
      known.add(id);
    }
  }

  public synchronized List<String> ids(String kind) {
    return List.copyOf(ids.getOrDefault(kind, List.of()));
  }

  String first(String kind) {
    return ids(kind).getFirst();
  }

  String last(String kind) {
    return ids(kind).getLast();
  }

  /// What must not appear in an answer to a stranger.
  List<String> secrets() {
    List<String> secrets = new ArrayList<>(List.of(mark(), first("orders"), first("debts")));
    secrets.addAll(ids("users"));
    return secrets;
  }
}
