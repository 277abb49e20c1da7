package io.emporium.localstack.paypal;

import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Store;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/// Where a payer approves an order: `POST /paypal/checkoutnow?token=…`, by button or by test.
final class ApprovalPage {

  private static final String PATH = "/paypal/checkoutnow";

  private final Store store;
  private final PayPalOrders orders;

  ApprovalPage(Store store, PayPalOrders orders) {
    this.store = store;
    this.orders = orders;
  }

  void routes(JavalinDefaultRouting routing) {
    routing.get(PATH, ApprovalPage::show);
    routing.post(PATH, this::approve);
  }

  private static void show(Context context) {
    String token = Objects.requireNonNullElse(context.queryParam("token"), "");
    context.html(
        """
        <!doctype html><meta charset="utf-8"><title>Approve</title>
        <h1>Local PayPal approval</h1>
        <form method="post" action="%s?token=%s"><button>Approve</button></form>
        """
            .formatted(PATH, token.replaceAll("\\W", "")));
  }

  private void approve(Context context) {
    String token = Objects.requireNonNullElse(context.queryParam("token"), "");
    try {
      ObjectNode order = store.step(() -> orders.approve(token));
      String returnUrl = Json.text(order, "application_context", "return_url");
      if (returnUrl.isEmpty()) {
        context.html("<!doctype html><p>Approved");
      } else {
        String separator = returnUrl.contains("?") ? "&" : "?";
        context.redirect(returnUrl + separator + "token=" + token + "&PayerID=LOCALPAYER");
      }
    } catch (PayPalError e) {
      e.answer().send(context);
    }
  }
}
