package io.emporium.fleet.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Requests are made from the document alone.
class ApiDocumentTest {

  private final Operation place = Documents.operation("POST /api/orders");

  @Test
  void readsEveryOperation() {
    assertThat(Documents.operations())
        .extracting(Operation::name)
        .containsExactlyInAnyOrder(
            "GET /api/orders",
            "POST /api/orders",
            "GET /api/orders/{id}/returns/{returnId}",
            "POST /api/payments/webhooks/stripe");
  }

  @Test
  void sendsPartsOfABoundRecordAndNeverTheCaller() {
    assertThat(Documents.operation("GET /api/orders").query())
        .extracting(Operation.Field::name)
        .containsExactly("shop", "page", "size");
  }

  @Test
  void tellsWhatAnIdInAPathIsAnIdOf() {
    Operation read = Documents.operation("GET /api/orders/{id}/returns/{returnId}");

    assertThat(read.variables()).containsExactly("id", "returnId");
    assertThat(read.kindsOf(0)).containsExactly("orders", "orders");
    assertThat(read.kindsOf(1)).containsExactly("orders/returns", "returns", "returns");
    assertThat(read.at(n -> "a/" + n)).isEqualTo("/api/orders/a%2F0/returns/a%2F1");
  }

  @Test
  void findsIdsInQueryAndBody() {
    assertThat(Documents.requests("GET /api/orders").idsInQuery())
        .isEqualTo(Map.of("shop", "shops"));
    assertThat(Documents.requests("POST /api/orders").idsInBody())
        .isEqualTo(
            Map.of("/items/0/productId", "products", "/items/0/sku", "skus", "/shopId", "shops"));
  }

  @Test
  void makesABodyOfWhatIsRequiredAndWanted() {
    JsonNode body =
        Samples.of(bodyOf(place), (pointer, kind) -> kind + pointer, List.of("/items/0/sku"));

    assertThat(body.toString())
        .isEqualTo(
            "{\"items\":[{\"productId\":\"products/items/0/productId\","
                + "\"sku\":\"skus/items/0/sku\",\"quantity\":1}],"
                + "\"tip\":{\"amount\":1,\"currency\":\"USD\"},\"fulfilment\":\"delivery\"}");
  }

  @Test
  void twistsEveryPropertyInEveryWay() {
    List<BadInput.Attack> attacks =
        BadInput.all(place, Documents.requests("POST /api/orders"), _ -> List.of());

    long places = Samples.pointers(bodyOf(place)).size();
    assertThat(places).isEqualTo(10);
    assertThat(attacks).hasSizeGreaterThan((int) (places * Twists.VALUES.size()));
    assertThat(attacks)
        .extracting(BadInput.Attack::name)
        .contains("/items/0/quantity = -1", "an unknown property", "body: bad UTF-8", "verb DELETE")
        .doesNotHaveDuplicates();
  }

  @Test
  void smugglesIntoEveryObject() {
    List<String> pointers =
        MassAssignment.of(place, Documents.requests("POST /api/orders"), _ -> List.of()).stream()
            .map(MassAssignment.Smuggled::pointer)
            .toList();

    assertThat(pointers)
        .contains("/status", "/version", "/items/0/unitPrice", "/tip/_id")
        .doesNotContain("/shopId", "/note")
        .hasSize(3 * MassAssignment.SERVER_OWNED.size());
  }

  @Test
  void leavesAWebhookItsBytes() {
    String webhook = "POST /api/payments/webhooks/stripe";

    assertThat(
            MassAssignment.of(
                Documents.operation(webhook), Documents.requests(webhook), _ -> List.of()))
        .isEmpty();
    assertThat(
            BadInput.all(Documents.operation(webhook), Documents.requests(webhook), _ -> List.of()))
        .isNotEmpty();
  }

  private static Operation.Body bodyOf(Operation operation) {
    return Objects.requireNonNull(operation.body());
  }
}
