package io.emporium.localstack.paypal;

import io.emporium.localstack.control.Fault;
import io.emporium.localstack.control.Faults;
import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Ledger;
import io.emporium.localstack.ledger.Store;
import io.emporium.localstack.webhook.Sender;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// PayPal's HTTP interface under `/paypal`.
public final class PayPalApi {

  private static final String KEPT = "paypal.idempotency";
  private static final String ORDERS = "/paypal/v2/checkout/orders";
  private static final String PAYMENTS = "/paypal/v2/payments";

  private final Store store;
  private final Faults faults;
  private final Sender sender;
  private final PayPalOrders orders;
  private final PayPalPayments payments;
  private final PayPalReporting reporting;
  private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

  public PayPalApi(PayPalSetting setting, Ledger ledger, Faults faults, Sender sender) {
    this.store = setting.store();
    this.faults = faults;
    this.sender = sender;
    PayPalObjects objects = new PayPalObjects(store, setting.webhooks(), setting.clock());
    this.payments = new PayPalPayments(objects, ledger);
    this.reporting = new PayPalReporting(objects);
    this.orders = new PayPalOrders(objects, payments, setting.publicBase());
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.post("/paypal/v1/oauth2/token", PayPalApi::token);
    routing.post("/paypal/v1/notifications/verify-webhook-signature", this::verify);
    post(routing, ORDERS, "order.create", 201, orders::create);
    get(routing, ORDERS + "/{id}", orders::get);
    post(routing, ORDERS + "/{id}/capture", "order.capture", 201, orders::capture);
    post(routing, ORDERS + "/{id}/authorize", "order.authorize", 201, orders::authorize);
    String authorization = PAYMENTS + "/authorizations/{id}";
    get(routing, authorization, payments::getAuthorization);
    post(routing, authorization + "/capture", "capture", 201, payments::captureAuthorization);
    post(routing, authorization + "/void", "void", 204, payments::voidAuthorization);
    get(routing, PAYMENTS + "/captures/{id}", payments::getCapture);
    post(routing, PAYMENTS + "/captures/{id}/refund", "refund", 201, payments::refund);
    get(routing, PAYMENTS + "/refunds/{id}", payments::getRefund);
    routing.get(
        "/paypal/v1/reporting/transactions",
        context -> answer(context, call -> Answer.ok(reporting.search(context::queryParam))));
    new ApprovalPage(store, orders).routes(routing);
  }

  private static void token(Context context) {
    String authorization = context.header("Authorization");
    if (authorization == null || !authorization.startsWith("Basic ")) {
      PayPalError.unauthorized().answer().send(context);
      return;
    }
    Answer.ok(
            Json.object()
                .put("access_token", Ids.next("A21AA"))
                .put("token_type", "Bearer")
                .put("expires_in", 32_400)
                .put("scope", "local"))
        .send(context);
  }

  private void verify(Context context) {
    boolean genuine = sender.isGenuine(Json.parse(context.body()));
    Answer.ok(Json.object().put("verification_status", genuine ? "SUCCESS" : "FAILURE"))
        .send(context);
  }

  private void get(
      JavalinDefaultRouting routing, String path, Function<PayPalCall, ObjectNode> work) {
    routing.get(path, context -> answer(context, call -> Answer.ok(work.apply(call))));
  }

  private void post(
      JavalinDefaultRouting routing,
      String path,
      String operation,
      int status,
      Function<PayPalCall, ObjectNode> work) {
    routing.post(
        path,
        context ->
            answer(
                context, call -> once(operation, call, () -> Answer.of(status, work.apply(call)))));
  }

  private static void answer(Context context, Function<PayPalCall, Answer> work) {
    try {
      String authorization = context.header("Authorization");
      if (authorization == null || !authorization.startsWith("Bearer ")) {
        throw PayPalError.unauthorized();
      }
      String requestId = context.header("PayPal-Request-Id");
      String id = context.pathParamMap().getOrDefault("id", "");
      ObjectNode body =
          context.method().name().equals("GET") ? Json.object() : Json.parse(context.body());
      Answer answer = work.apply(new PayPalCall(id, body, requestId == null ? "" : requestId));
      answer.send(context);
    } catch (PayPalError e) {
      e.answer().send(context);
    } catch (JacksonException e) {
      PayPalError.invalid("MALFORMED_REQUEST_JSON").answer().send(context);
    }
  }

  /// PayPal gives the first answer of a request id again without comparing bodies.
  private Answer once(String operation, PayPalCall call, Supplier<Answer> work) {
    String key = operation + ":" + call.id() + ":" + call.requestId();
    if (call.requestId().isEmpty()) {
      return withFault(operation, key, work);
    }
    if (!inProgress.add(key)) {
      throw PayPalError.unprocessable("PREVIOUS_REQUEST_IN_PROGRESS");
    }
    try {
      ObjectNode kept = store.get(KEPT, key);
      return kept == null
          ? withFault(operation, key, work)
          : new Answer(kept.path("status").asInt(), Json.text(kept, "body"));
    } finally {
      inProgress.remove(key);
    }
  }

  private Answer withFault(String operation, String key, Supplier<Answer> work) {
    Fault fault = faults.take("paypal", operation, "");
    strikeBefore(fault);
    Answer answer =
        store.step(
            () -> {
              Answer done = work.get();
              ObjectNode kept = Json.object().put("status", done.status()).put("body", done.body());
              if (!key.endsWith(":")) {
                store.put(KEPT, key, kept);
              }
              return done;
            });
    if (fault == Fault.TIMEOUT_AFTER) {
      faults.hang();
    }
    return answer;
  }

  private void strikeBefore(@Nullable Fault fault) {
    switch (fault) {
      case TIMEOUT_BEFORE -> {
        faults.hang();
        throw PayPalError.internal();
      }
      case SLOW -> faults.linger();
      case ERROR_500 -> throw PayPalError.internal();
      case RATE_LIMITED -> throw PayPalError.rateLimited();
      case BAD_REQUEST -> throw PayPalError.invalid("SCRIPTED");
      case DECLINED -> throw PayPalError.unprocessable("INSTRUMENT_DECLINED");
      case TIMEOUT_AFTER -> {}
      case null -> {}
    }
  }
}
