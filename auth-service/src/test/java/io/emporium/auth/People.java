package io.emporium.auth;

import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// People of the tests, who really sign in.
record People(TestApi api) {

  static final String PASSWORD = "Test123!";

  static String anEmail() {
    return "p-" + UUID.randomUUID() + "@example.com";
  }

  TestResponse registers(String email) {
    return api.post("/api/auth/register", Map.of("email", email, "password", PASSWORD));
  }

  TestResponse signsIn(String email, String password) {
    return api.post("/api/auth/login", Map.of("email", email, "password", password));
  }

  /// From another address than the tests usually have.
  TestResponse signsInFrom(String address, String email, String password) {
    return api.post(
        "/api/auth/login",
        Map.of("email", email, "password", password),
        "X-Forwarded-For",
        address);
  }

  TestResponse refreshes(String refreshToken) {
    return api.post("/api/auth/refresh", Map.of("refreshToken", refreshToken));
  }

  TestApi superAdmin() {
    return as(signsIn("admin@emporium.local", "ChangeMe-Now-1!").expect(200));
  }

  /// Somebody whom an admin adds and who then signs in.
  TestApi added(TestApi admin, String role, String companyId, String... shopIds) {
    String email = anEmail();
    admin.post("/api/users", user(email, role, companyId, shopIds)).expect(201);
    return as(signsIn(email, PASSWORD).expect(200));
  }

  static Map<String, Object> user(String email, String role, String companyId, String... shopIds) {
    Map<String, Object> user = new HashMap<>();
    user.put("email", email);
    user.put("password", PASSWORD);
    user.put("role", role);
    user.put("shopIds", List.of(shopIds));
    if (companyId != null) {
      user.put("companyId", companyId);
    }
    return user;
  }

  TestApi as(TestResponse signedIn) {
    return api.as(signedIn.text("/accessToken"));
  }
}
