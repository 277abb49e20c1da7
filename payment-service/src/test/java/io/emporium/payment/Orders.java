package io.emporium.payment;

import io.emporium.events.Money;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Orders of customer `carla` at company `acme`, shop `corner`.
final class Orders {

  static final String COMPANY = "acme";
  static final String CUSTOMER = "carla";

  private Orders() {}

  static String id() {
    return UUID.randomUUID().toString();
  }

  static InitiatePayment initiate(String orderId) {
    return initiate(orderId, PaymentOptions.ANY);
  }

  static InitiatePayment initiate(String orderId, PaymentOptions options) {
    return initiate(orderId, Money.of(1999, "USD"), options);
  }

  static InitiatePayment initiate(String orderId, Money amount) {
    return initiate(orderId, amount, PaymentOptions.ANY);
  }

  private static InitiatePayment initiate(String orderId, Money amount, PaymentOptions options) {
    return new InitiatePayment(
        orderId,
        "ORD-1",
        CUSTOMER,
        "corner",
        amount,
        Instant.now().plus(Duration.ofMinutes(30)),
        options);
  }

  /// A fresh order that is ready to be paid.
  static String ready(TestBroker broker) {
    String orderId = id();
    broker.deliver(COMPANY, initiate(orderId));
    broker.awaitPublished(PaymentInitiated.class, event -> event.orderId().equals(orderId));
    return orderId;
  }

  static TestResponse pay(TestApi api, String orderId, String provider, String method) {
    Map<String, Object> body = new HashMap<>();
    body.put("orderId", orderId);
    body.put("provider", provider);
    if (method != null) {
      body.put("paymentMethod", method);
    }
    body.put("returnUrl", "https://shop.example.com/return");
    return api.as(TestTokens.customer(CUSTOMER)).post("/api/payments/process", body);
  }

  static TestResponse payByCard(TestApi api, String orderId, String method) {
    return pay(api, orderId, "stripe", method);
  }
}
