package io.emporium.fleet.bench;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// A company of its own for a measurement: one shop, many products, plenty of stock, and customers.
public final class BenchShop {

  /// What a customer signs in with.
  public record Account(String email, String password) {}

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PASSWORD = "Str0ng-enough!";
  private static final List<String> WORDS =
      List.of("laptop", "phone", "camera", "headset", "monitor", "keyboard", "printer", "router");

  private final Api anyone;
  private final String run;
  private final Api manager;
  private final String managerToken;
  private final String shopId;
  private final String warehouseId;

  private BenchShop(
      Api anyone, String run, String managerToken, String shopId, String warehouseId) {
    this.anyone = anyone;
    this.run = run;
    this.managerToken = managerToken;
    this.manager = anyone.as(managerToken);
    this.shopId = shopId;
    this.warehouseId = warehouseId;
  }

  /// @param run makes names unique
  public static BenchShop open(Api anyone, String run, String adminEmail, String adminPassword) {
    Api superAdmin = anyone.as(signIn(anyone, adminEmail, adminPassword));
    String companyId =
        superAdmin.post("/api/companies", Map.of("name", "Bench " + run)).expect(201).text("/id");
    String email = "bench-" + run + "@bench.example";
    superAdmin
        .post(
            "/api/users",
            Map.of(
                "email",
                email,
                "password",
                PASSWORD,
                "role",
                "company_admin",
                "companyId",
                companyId))
        .expect(201);
    String token = signIn(anyone, email, PASSWORD);
    Api admin = anyone.as(token);
    String shopId = admin.post("/api/shops", Map.of("name", "Bench")).expect(201).text("/id");
    String warehouseId =
        admin.post("/api/inventory/v1/warehouses", Map.of("name", "Bench")).expect(201).text("/id");
    return new BenchShop(anyone, run, token, shopId, warehouseId);
  }

  private static String signIn(Api api, String email, String password) {
    return api.post("/api/auth/login", Map.of("email", email, "password", password))
        .expect(200)
        .text("/accessToken");
  }

  public String shopId() {
    return shopId;
  }

  String managerToken() {
    return managerToken;
  }

  public Api manager() {
    return manager;
  }

  public String sku(int number) {
    return "B-" + run + "-" + number;
  }

  /// Lists and publishes products, several at a time.
  ///
  /// @return their ids
  public List<String> publish(int count, int threads) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> made = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        made.add(pool.submit(() -> publishOne(number)));
      }
      return made.stream().map(BenchShop::get).toList();
    }
  }

  private String publishOne(int number) {
    String word = WORDS.get(number % WORDS.size());
    String id =
        manager
            .post(
                "/api/products",
                Map.of(
                    "shopId", shopId,
                    "name", word + " model " + number,
                    "description", "A " + word + " for everyday use, number " + number,
                    "brand", "Brand" + number % 20,
                    "variants",
                        List.of(
                            Map.of(
                                "sku", sku(number),
                                "price", Map.of("amount", 1_000 + number, "currency", "USD")))))
            .expect(201)
            .text("/id");
    manager.post("/api/products/" + id + "/publish", null).expect(200);
    return id;
  }

  /// Receives units and waits until they are there.
  public void stock(int productNumber, int units) {
    manager
        .post(
            "/api/inventory/v1/receipts",
            Map.of(
                "warehouseId",
                warehouseId,
                "lines",
                List.of(Map.of("sku", sku(productNumber), "quantity", units))))
        .expect(201);
  }

  public Answer stockOf(int productNumber) {
    return manager.get("/api/inventory/v1/products?sku=" + sku(productNumber)).expect(200);
  }

  /// @return clients of that many new customers
  public List<Api> customers(int count, int threads) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Api>> made = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        made.add(pool.submit(() -> customer(number)));
      }
      return made.stream().map(BenchShop::get).toList();
    }
  }

  /// As [#customers], for clients whose sessions outlive a token.
  public List<Account> accounts(int count, int threads) {
    List<Api> _ = customers(count, threads);
    return IntStream.range(0, count).mapToObj(this::account).toList();
  }

  private Account account(int number) {
    return new Account("c" + number + "-" + run + "@bench.example", PASSWORD);
  }

  private Api customer(int number) {
    Account account = account(number);
    Map<String, String> body = Map.of("email", account.email(), "password", account.password());
    return anyone.as(anyone.post("/api/auth/register", body).expect(201).text("/accessToken"));
  }

  public void awaitSearchable(int products) {
    var _ =
        Waiting.until(
            SOON,
            products + " products in the search",
            () -> anyone.get("/api/products?size=1&shop=" + shopId),
            answer -> answer.json().at("/totalItems").asLong() >= products);
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
