package io.emporium.localstack.ledger;

import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One row per charge and per refund, whatever the provider.
public final class Ledger {

  private static final String CHARGES = "ledger.charges";
  private static final String REFUNDS = "ledger.refunds";

  private final Store store;

  public Ledger(Store store) {
    this.store = store;
  }

  public void charge(ObjectNode row) {
    store.put(CHARGES, Json.text(row, "id"), row);
  }

  public void refund(ObjectNode row) {
    store.put(REFUNDS, Json.text(row, "id"), row);
  }

  public List<ObjectNode> charges() {
    return store.all(CHARGES);
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.get("/ledger/charges", context -> list(context, CHARGES));
    routing.get("/ledger/refunds", context -> list(context, REFUNDS));
  }

  /// Filters by any field of a row or of its metadata: `?paymentIntent=…&orderId=…`.
  private void list(Context context, String kind) {
    ArrayNode rows = Json.array();
    store.all(kind).stream()
        .filter(
            row ->
                context.queryParamMap().entrySet().stream()
                    .allMatch(filter -> matches(row, filter.getKey(), filter.getValue())))
        .sorted(Comparator.comparing((ObjectNode row) -> Json.text(row, "createdAt")))
        .forEach(rows::add);
    Answer.ok(rows).send(context);
  }

  private static boolean matches(ObjectNode row, String name, List<String> wanted) {
    return wanted.contains(Json.text(row, name))
        || wanted.contains(Json.text(row, "metadata", name));
  }
}
