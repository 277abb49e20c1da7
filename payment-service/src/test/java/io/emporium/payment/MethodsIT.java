package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class MethodsIT implements WithProviders {

  private static final String METHODS = "/api/payments/methods";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void aSavedCardIsForgottenHereAndAtTheProvider() {
    String order = Orders.ready(broker);
    var carla = api.as(TestTokens.customer(Orders.CUSTOMER));
    carla
        .post(
            "/api/payments/process",
            Map.of(
                "orderId",
                order,
                "provider",
                "stripe",
                "paymentMethod",
                "pm_card_mastercard",
                "save",
                true))
        .expect(200);
    await().until(() -> !saved().isEmpty());
    String token = saved();

    String path = METHODS + "/" + token;
    api.as(TestTokens.customer("eve")).delete(path).expectProblem(404, "payment_method_not_found");
    carla.delete(path).expect(204);

    assertThat(saved()).isEmpty();
    carla.delete(path).expectProblem(404, "payment_method_not_found");
  }

  @Test
  void whatPayPalTakesCannotBeSaved() {
    String order = Orders.ready(broker);

    api.as(TestTokens.customer(Orders.CUSTOMER))
        .post("/api/payments/process", Map.of("orderId", order, "provider", "paypal", "save", true))
        .expectProblem(422, "method_not_savable");
  }

  /// The token of the saved Mastercard; empty when there is none.
  private String saved() {
    JsonNode items =
        api.as(TestTokens.customer(Orders.CUSTOMER)).get(METHODS).expect(200).json().path("items");
    for (JsonNode item : items) {
      if (item.path("brand").asString().equals("mastercard")) {
        return item.path("token").asString();
      }
    }
    return "";
  }
}
