package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import java.util.Locale;
import java.util.Map;

/// Who plays, and what they own. Each run founds a company of its own, so the story can be told
/// again and again on the same data; only the customer of the seed document comes back.
public final class Cast {

  static final String PASSWORD = "Str0ng-enough!";

  final Api anyone;
  final String run;
  Api superAdmin;
  Api admin;
  Api manager;
  Api cashier;
  Api customer;
  String customerToken = "";
  String managerToken = "";
  String adminToken = "";
  String companyId = "";
  String shopId = "";
  String mainWarehouse = "";
  String reserveWarehouse = "";
  String laptopId = "";
  String laptopOrder = "";

  public Cast(Api anyone, String run) {
    this.anyone = anyone;
    this.run = run;
    this.superAdmin = anyone;
    this.admin = anyone;
    this.manager = anyone;
    this.cashier = anyone;
    this.customer = anyone;
  }

  String adminEmail() {
    return "admin-" + run + "@acme.example";
  }

  String managerEmail() {
    return "manager-" + run + "@acme.example";
  }

  String cashierEmail() {
    return "cashier-" + run + "@acme.example";
  }

  String laptopSku() {
    return "LAPTOP-" + run.toUpperCase(Locale.ROOT);
  }

  String blackLaptopSku() {
    return laptopSku() + "-B";
  }

  /// @return the access token
  String signIn(String email, String password) {
    Answer answer =
        anyone.post("/api/auth/login", Map.of("email", email, "password", password)).expect(200);
    return answer.text("/accessToken");
  }
}
