package io.emporium.localstack.stripe;

import io.emporium.localstack.control.Fault;
import io.emporium.localstack.control.Faults;
import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Form;
import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.http.Signatures;
import io.emporium.localstack.ledger.Ledger;
import io.emporium.localstack.ledger.Store;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Stripe's HTTP interface under `/stripe`.
public final class StripeApi {

  static final String API_VERSION = "2026-05-27.dahlia";
  static final String ROOT = "/stripe/v1";

  private final Store store;
  private final Faults faults;
  private final StripeObjects objects;
  private final PaymentMethods methods;
  private final PaymentIntents intents;
  private final Charges charges;
  private final Refunds refunds;
  private final StripeIdempotency idempotency;
  private final CallFaults callFaults;

  public StripeApi(StripeSetting setting, Ledger ledger, Faults faults) {
    this.store = setting.store();
    this.faults = faults;
    this.objects = new StripeObjects(store, setting.webhooks(), setting.clock());
    this.methods = new PaymentMethods(objects);
    this.charges = new Charges(objects, ledger);
    this.intents = new PaymentIntents(objects, methods, charges, setting.publicBase());
    this.refunds = new Refunds(objects, charges, ledger);
    this.idempotency = new StripeIdempotency(store);
    this.callFaults = new CallFaults(faults, objects, methods);
  }

  public void routes(JavalinDefaultRouting routing) {
    intentRoutes(routing);
    get(routing, "/charges", charges::list);
    get(routing, "/charges/{id}", charges::retrieve);
    post(routing, "/refunds", refunds::create);
    get(routing, "/refunds", refunds::list);
    get(routing, "/refunds/{id}", refunds::retrieve);
    get(routing, "/payment_methods", methods::list);
    get(routing, "/payment_methods/{id}", methods::retrieve);
    post(routing, "/payment_methods/{id}/attach", methods::attach);
    post(routing, "/payment_methods/{id}/detach", methods::detach);
    customerRoutes(routing);
    get(routing, "/events", call -> objects.list("event", call, event -> true));
    get(routing, "/events/{id}", call -> objects.get("event", call.id()));
    new AuthenticationPage(store, objects, intents, methods).routes(routing);
  }

  private void intentRoutes(JavalinDefaultRouting routing) {
    post(routing, "/payment_intents", intents::create);
    get(routing, "/payment_intents", intents::list);
    get(routing, "/payment_intents/search", intents::search);
    get(routing, "/payment_intents/{id}", intents::retrieve);
    post(routing, "/payment_intents/{id}", intents::update);
    post(routing, "/payment_intents/{id}/confirm", intents::confirm);
    post(routing, "/payment_intents/{id}/capture", intents::capture);
    post(routing, "/payment_intents/{id}/cancel", intents::cancel);
  }

  private void customerRoutes(JavalinDefaultRouting routing) {
    Customers customers = new Customers(objects);
    SetupIntents setups = new SetupIntents(objects, methods);
    post(routing, "/customers", customers::create);
    get(routing, "/customers", customers::list);
    get(routing, "/customers/{id}", customers::retrieve);
    post(routing, "/customers/{id}", customers::update);
    post(routing, "/setup_intents", setups::create);
    get(routing, "/setup_intents/{id}", setups::retrieve);
    post(routing, "/setup_intents/{id}/confirm", setups::confirm);
  }

  private void get(
      JavalinDefaultRouting routing, String path, Function<StripeCall, ObjectNode> work) {
    routing.get(
        ROOT + path,
        context -> answer(context, call -> Answer.ok(objects.expanded(work.apply(call), call))));
  }

  private void post(
      JavalinDefaultRouting routing, String path, Function<StripeCall, ObjectNode> work) {
    routing.post(ROOT + path, context -> answer(context, call -> write(context, call, work)));
  }

  private static void answer(Context context, Function<StripeCall, Answer> work) {
    context.header("Request-Id", Ids.next("req_"));
    try {
      String authorization = context.header("Authorization");
      if (authorization == null || !authorization.matches("Bearer \\S+")) {
        throw StripeError.unauthorized();
      }
      work.apply(read(context)).send(context);
    } catch (StripeError e) {
      e.answer().send(context);
    }
  }

  private static StripeCall read(Context context) {
    String text = context.method().name().equals("GET") ? context.queryString() : context.body();
    String id = context.pathParamMap().getOrDefault("id", "");
    String key = context.header("Idempotency-Key");
    return new StripeCall(id, Form.parse(text), key == null ? "" : key);
  }

  private Answer write(Context context, StripeCall call, Function<StripeCall, ObjectNode> work) {
    String fingerprint = Signatures.digest(context.path() + Json.write(call.params()));
    AtomicBoolean answerIsLost = new AtomicBoolean();
    Answer answer =
        idempotency.alone(
            call.idempotencyKey(),
            () -> {
              Answer kept = idempotency.replay(call.idempotencyKey(), fingerprint);
              if (kept != null) {
                context.header("Idempotent-Replayed", "true");
                return kept;
              }
              Fault fault = callFaults.next(context.path(), call);
              answerIsLost.set(fault == Fault.TIMEOUT_AFTER);
              strikeBefore(fault, call.idempotencyKey(), fingerprint);
              return store.step(() -> carryOut(call, fingerprint, work, fault));
            });
    if (answerIsLost.get()) {
      faults.hang();
    }
    return answer;
  }

  private Answer carryOut(
      StripeCall call,
      String fingerprint,
      Function<StripeCall, ObjectNode> work,
      @Nullable Fault fault) {
    Answer answer;
    try {
      StripeCall effective = fault == Fault.DECLINED ? declined(call) : call;
      answer = Answer.ok(objects.expanded(work.apply(effective), call));
    } catch (StripeError e) {
      if (!e.isKept()) {
        throw e;
      }
      answer = e.answer();
    }
    idempotency.keep(call.idempotencyKey(), fingerprint, answer);
    return answer;
  }

  private static StripeCall declined(StripeCall call) {
    ObjectNode params = call.params().deepCopy();
    params.put("payment_method", TestCard.CHARGE_DECLINED.id());
    return new StripeCall(call.id(), params, call.idempotencyKey());
  }

  /// Faults that come before anything happened, or instead of it.
  private void strikeBefore(@Nullable Fault fault, String key, String fingerprint) {
    switch (fault) {
      case TIMEOUT_BEFORE -> {
        faults.hang();
        throw StripeError.internal();
      }
      case SLOW -> faults.linger();
      case RATE_LIMITED -> throw StripeError.rateLimited();
      case BAD_REQUEST -> throw StripeError.invalid(null, "Scripted refusal.");
      case ERROR_500 -> {
        idempotency.keep(key, fingerprint, StripeError.internal().answer());
        throw StripeError.internal();
      }
      case TIMEOUT_AFTER, DECLINED -> {}
      case null -> {}
    }
  }
}
