package io.emporium.localstack;

import io.emporium.localstack.control.Faults;
import io.emporium.localstack.control.HomePage;
import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.http.Signatures;
import io.emporium.localstack.ledger.Ledger;
import io.emporium.localstack.ledger.Store;
import io.emporium.localstack.mail.MailServer;
import io.emporium.localstack.messaging.FcmApi;
import io.emporium.localstack.messaging.ServiceAccount;
import io.emporium.localstack.messaging.TwilioApi;
import io.emporium.localstack.mongo.MongoStandIn;
import io.emporium.localstack.paypal.PayPalApi;
import io.emporium.localstack.paypal.PayPalSetting;
import io.emporium.localstack.stripe.StripeApi;
import io.emporium.localstack.stripe.StripeSetting;
import io.emporium.localstack.webhook.Sender;
import io.emporium.localstack.webhook.WebhookControl;
import io.emporium.localstack.webhook.Webhooks;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// All stand-ins in one process.
public final class LocalStack implements AutoCloseable {

  private final Settings settings;
  private final Clock clock = Clock.systemUTC();
  private final Store store;
  private final Faults faults;
  private final Webhooks webhooks;
  private final Sender sender;
  private final MongoStandIn mongo;
  private final MailServer mail;
  private final Javalin http;
  private volatile boolean ready;

  private LocalStack(Settings settings) {
    this.settings = settings;
    this.faults = new Faults(settings.timing().hang(), settings.timing().slow());
    this.store = Store.open(settings.data());
    Settings.Webhook webhook = settings.webhook();
    // PayPal's real key stays with PayPal; ours only has to be unknown to a forger's test data.
    String payPalKey = Signatures.digest("paypal|" + webhook.payPalId());
    this.sender =
        new Sender(
            new Sender.Secrets(webhook.stripeSecret(), webhook.payPalId(), payPalKey), clock);
    this.webhooks = new Webhooks(store, sender, clock, webhook.base(), webhook.types());
    this.mongo = startMongo(settings);
    this.mail = new MailServer(address(settings, settings.ports().smtp()), faults, clock);
    this.http =
        Javalin.create(
            config -> {
              config.useVirtualThreads = true;
              config.showJavalinBanner = false;
              config.startupWatcherEnabled = false;
              config.router.mount(this::routes);
            });
  }

  /// Starts everything and answers once all of it listens.
  public static LocalStack start(Settings settings) {
    LocalStack stack = new LocalStack(settings);
    stack.mail.start();
    stack.http.start(settings.bind(), settings.ports().http());
    stack.webhooks.start();
    stack.ready = true;
    return stack;
  }

  /// The program's entry.
  public static void main(String[] arguments) {
    // Named, for our jar is also a library in other modules' tests, which log their own way.
    System.setProperty("logback.configurationFile", "local-stack-logback.xml");
    Logger log = LoggerFactory.getLogger(LocalStack.class);
    Settings settings = Settings.read(System.getenv(), arguments);
    LocalStack stack = start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "local-stack-close"));
    log.info(
        "local-stack: http {} · {} · smtp {} · data {} · webhooks to {}",
        stack.httpPort(),
        stack.mongo.connectionString(),
        stack.mail.port(),
        settings.data() == null ? "in memory" : settings.data(),
        settings.webhook().base());
  }

  private static MongoStandIn startMongo(Settings settings) {
    Path data = settings.data();
    InetSocketAddress address = address(settings, settings.ports().mongo());
    return data == null ? MongoStandIn.inMemory(address) : MongoStandIn.inDirectory(data, address);
  }

  private static InetSocketAddress address(Settings settings, int port) {
    return new InetSocketAddress(settings.bind(), port);
  }

  private void routes(JavalinDefaultRouting routing) {
    Ledger ledger = new Ledger(store);
    ledger.routes(routing);
    faults.routes(routing);
    new WebhookControl(webhooks, store).routes(routing);
    providerRoutes(routing, ledger);
    messageRoutes(routing, ledger);
    routing.get("/health", this::health);
    routing.exception(
        JacksonException.class, (e, context) -> badRequest("not readable JSON").send(context));
    routing.exception(
        IllegalArgumentException.class,
        (e, context) -> badRequest(String.valueOf(e.getMessage())).send(context));
  }

  private void providerRoutes(JavalinDefaultRouting routing, Ledger ledger) {
    Supplier<String> base = this::publicBase;
    new StripeApi(new StripeSetting(store, webhooks, clock, base), ledger, faults).routes(routing);
    new PayPalApi(new PayPalSetting(store, webhooks, clock, base), ledger, faults, sender)
        .routes(routing);
  }

  private void messageRoutes(JavalinDefaultRouting routing, Ledger ledger) {
    TwilioApi twilio = new TwilioApi(faults, clock);
    FcmApi fcm = new FcmApi(faults, clock);
    mail.routes(routing);
    twilio.routes(routing);
    fcm.routes(routing);
    new ServiceAccount(this::publicBase).routes(routing);
    new HomePage()
        .with("Mail", List.of("receivedAt", "to", "subject", "text"), mail::messages)
        .with("SMS", List.of("date_created", "to", "body"), twilio::messages)
        .with("Push", List.of("receivedAt", "to", "title", "body"), fcm::messages)
        .with(
            "Charges",
            List.of("provider", "id", "state", "amount", "currency", "metadata"),
            ledger::charges)
        .routes(routing);
  }

  private void health(Context context) {
    ObjectNode body = Json.object().put("status", ready ? "UP" : "STARTING");
    Answer.of(ready ? 200 : 503, body).send(context);
  }

  /// Where browsers and SDKs reach us.
  private String publicBase() {
    String given = settings.publicBase();
    return given.isEmpty() ? "http://127.0.0.1:" + http.port() : given;
  }

  private static Answer badRequest(String message) {
    return Answer.of(400, Json.object().put("error", message));
  }

  public int httpPort() {
    return http.port();
  }

  public int smtpPort() {
    return mail.port();
  }

  public String mongoConnectionString() {
    return mongo.connectionString();
  }

  @Override
  public void close() {
    ready = false;
    http.stop();
    webhooks.close();
    mail.close();
    mongo.close();
    store.close();
  }
}
