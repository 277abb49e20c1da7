package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.payment.PaymentInitiated;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Money that nobody asked for, and the people who see to it.
@ServiceTest
class OrphanIT implements WithProviders {

  private static final String ORPHANS = "/api/payments/orphans";
  private static final Map<String, String> DONE = Map.of("reason", "given back at Stripe");

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  private final String company = "co-" + UUID.randomUUID();

  @Test
  void areOneListOfWhatPaymentsKnowAndWhatProvidersTold() {
    List<String> expected = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      expected.add("pay-" + paidTwice());
    }
    for (int n = 0; n < 4; n++) {
      expected.add(toldOfTooMuch());
    }

    List<String> walked = new ArrayList<>();
    for (int page = 0; page < 4; page++) {
      JsonNode found = orphans("?size=2&sort=_id,asc&page=" + page);
      assertThat(found.path("totalItems").asInt()).isEqualTo(7);
      assertThat(found.path("items").size()).isEqualTo(page < 3 ? 2 : 1);
      found.path("items").forEach(item -> walked.add(item.path("id").asString()));
    }

    assertThat(walked).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(orphans("?size=2&page=4").path("items")).isEmpty();
  }

  @Test
  void areClosedByThoseWhoseTheyAre() {
    List<String> ids = List.of("pay-" + paidTwice(), toldOfTooMuch());

    for (String id : ids) {
      close(TestTokens.companyAdmin("rivals"), id).expectProblem(404, "orphan_not_found");
      close(TestTokens.manager(company, "corner"), id).expectProblem(403, "forbidden");
      api.as(TestTokens.companyAdmin(company))
          .post(ORPHANS + "/" + id + "/close", Map.of("reason", " "))
          .expectProblem(400, "invalid_request");
      assertThat(orphans("").toString()).contains("\"id\":\"" + id);

      close(TestTokens.companyAdmin(company), id).expect(204);
      close(TestTokens.companyAdmin(company), id).expect(204);
    }

    assertThat(orphans("").path("totalItems").asInt()).isZero();
    assertThat(
            api.as(TestTokens.companyAdmin(company))
                .get("/api/payments/" + ids.getFirst() + "/transactions")
                .expect(200)
                .response()
                .body())
        .contains("\"closed\"", "given back at Stripe");
  }

  @Test
  void whatWasNeverOneCannotBeFound() {
    close(TestTokens.superAdmin(), "evt-" + UUID.randomUUID())
        .expectProblem(404, "orphan_not_found");
  }

  private TestResponse close(String token, String id) {
    return api.as(token).post(ORPHANS + "/" + id + "/close", DONE);
  }

  private JsonNode orphans(String query) {
    return api.as(TestTokens.companyAdmin(company)).get(ORPHANS + query).expect(200).json();
  }

  /// @return the order
  private String paidTwice() {
    String order = opened();
    Orders.payByCard(api, order, "pm_card_visa").expect(200);
    Providers.notifyOfCharge(api, "pi_again_" + order, "pay-" + order, 1_999);
    await().until(() -> orphans("?size=100").toString().contains("pay-" + order));
    return order;
  }

  /// @return the notification
  private String toldOfTooMuch() {
    String order = opened();
    Providers.notifyOfCharge(api, "pi_dear_" + order, "pay-" + order, 9_999, 422);
    for (JsonNode item : orphans("?size=100").path("items")) {
      if (item.path("paymentId").asString("").equals("pay-" + order)) {
        return item.path("id").asString();
      }
    }
    throw new AssertionError("no orphan of " + order);
  }

  private String opened() {
    String order = Orders.id();
    broker.deliver(company, Orders.initiate(order));
    broker.awaitPublished(PaymentInitiated.class, event -> event.orderId().equals(order));
    return order;
  }
}
