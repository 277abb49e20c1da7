package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Store;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Where a payer is sent to authenticate: `POST …/complete` or `…/fail`, by button or by test.
final class AuthenticationPage {

  private static final String PATH = "/stripe/local/authenticate/{id}";

  private final Store store;
  private final StripeObjects objects;
  private final PaymentIntents intents;
  private final PaymentMethods methods;

  AuthenticationPage(
      Store store, StripeObjects objects, PaymentIntents intents, PaymentMethods methods) {
    this.store = store;
    this.objects = objects;
    this.intents = intents;
    this.methods = methods;
  }

  void routes(JavalinDefaultRouting routing) {
    routing.get(PATH, AuthenticationPage::show);
    routing.post(PATH + "/complete", context -> finish(context, this::complete));
    routing.post(PATH + "/fail", context -> finish(context, this::fail));
  }

  private static void show(Context context) {
    String path = context.path();
    context.html(
        """
        <!doctype html><meta charset="utf-8"><title>Authenticate</title>
        <h1>Local card authentication</h1>
        <form method="post" action="%s/complete"><button>Complete</button></form>
        <form method="post" action="%s/fail"><button>Fail</button></form>
        """
            .formatted(path, path));
  }

  private void finish(Context context, Consumer<ObjectNode> decision) {
    try {
      ObjectNode intent =
          store.step(
              () -> {
                ObjectNode found = objects.get(PaymentIntents.TYPE, context.pathParam("id"));
                if (Json.text(found, "status").equals("requires_action")) {
                  decision.accept(found);
                }
                return found;
              });
      String returnUrl = Json.text(intent, "return_url");
      if (returnUrl.isEmpty()) {
        context.html("<!doctype html><p>" + Json.text(intent, "status"));
      } else {
        String separator = returnUrl.contains("?") ? "&" : "?";
        context.redirect(returnUrl + separator + "payment_intent=" + Json.text(intent, "id"));
      }
    } catch (StripeError e) {
      e.answer().send(context);
    }
  }

  private void complete(ObjectNode intent) {
    var unused = intents.charge(intent, call());
  }

  private void fail(ObjectNode intent) {
    ObjectNode method = objects.get("payment_method", Json.text(intent, "payment_method"));
    var unused = intents.decline(intent, methods.card(method), call());
  }

  private static StripeCall call() {
    return new StripeCall("", Json.object(), "");
  }
}
