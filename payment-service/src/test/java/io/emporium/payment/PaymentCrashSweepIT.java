package io.emporium.payment;

import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.payment.ConfirmPaymentByHand;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.PaymentChoice;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.Sample;
import io.emporium.kit.testing.crash.Sample.Prepared;
import io.emporium.payment.company.CompanyReplica;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Every handler of the service, halted at each of its points, also around calls to the provider.
@ServiceTest
class PaymentCrashSweepIT extends CrashSweep implements WithProviders {

  private static final Money PRICE = Money.of(1_999, "USD");
  private static final Set<String> ON_THE_WAY = Set.of("pending", "processing", "unknown");

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private SharedStore<CompanyReplica> companies;

  /// An order, and the correlation id under which its payment goes on by itself.
  private record World(String order, String correlation) {}

  @Override
  protected List<Sample> samples() {
    return List.of(
        sample(
            InitiatePayment.class, "of a new order", this::fresh, w -> Orders.initiate(w.order())),
        sample(
            InitiatePayment.class,
            "of a closed payment",
            this::voided,
            w -> Orders.initiate(w.order())),
        chosen("pm_card_visa"),
        chosen("pm_card_authenticationRequired"),
        sample(VoidPayment.class, "before it is opened", this::fresh, PaymentCrashSweepIT::close),
        sample(VoidPayment.class, "of an open payment", this::opened, PaymentCrashSweepIT::close),
        sample(VoidPayment.class, "of a paid order", this::paid, PaymentCrashSweepIT::close),
        sample(
            VoidPayment.class,
            "while the customer is at the provider's",
            this::authenticating,
            PaymentCrashSweepIT::close),
        sample(RefundPayment.class, "of everything", this::paid, w -> refund(w, PRICE)),
        sample(RefundPayment.class, "of a part", this::paid, w -> refund(w, Money.of(500, "USD"))),
        sample(
            RefundPayment.class, "of too much", this::paid, w -> refund(w, Money.of(2_000, "USD"))),
        sample(
            OrderCancelled.class,
            "of a paid order",
            () -> atRest(paid()),
            w -> new OrderCancelled(w.order(), "ORD-1", Orders.CUSTOMER, "corner", "called_off")),
        sample(
            OrderRejected.class,
            "of an unknown order",
            this::fresh,
            w -> new OrderRejected(w.order(), "ORD-1", Orders.CUSTOMER, "corner", "no_stock")),
        sample(
            OrderExpired.class,
            "of an open payment",
            () -> atRest(opened()),
            w -> new OrderExpired(w.order(), "ORD-1", Orders.CUSTOMER, "corner")),
        sample(
            ConfirmPaymentByHand.class,
            "of an open payment",
            this::opened,
            w -> new ConfirmPaymentByHand(w.order(), "cash", "drawer-1", "staff-1")),
        news(CompanyCreated.class, CompanyCreated::new),
        news(CompanySettingsChanged.class, CompanySettingsChanged::new));
  }

  private <T extends Message> Sample sample(
      Class<T> contract, String situation, Supplier<World> given, Function<World, T> message) {
    return new Sample(
        contract,
        situation,
        () -> {
          World world = given.get();
          Envelope<T> envelope =
              TestBroker.envelope(
                  UUID.randomUUID().toString(), Orders.COMPANY, 1, message.apply(world));
          List<String> others =
              world.correlation().isEmpty() ? List.of() : List.of(world.correlation());
          return new Prepared(envelope, others, () -> show(world.order()));
        });
  }

  /// A customer who chose with the order how to pay.
  private Sample chosen(String card) {
    PaymentOptions options =
        new PaymentOptions(List.of(), new PaymentChoice("stripe", card, null, false));
    return new Sample(
        InitiatePayment.class,
        "to be paid with " + card,
        () -> {
          String order = Orders.id();
          return new Prepared(
              TestBroker.envelope(
                  UUID.randomUUID().toString(), Orders.COMPANY, 1, Orders.initiate(order, options)),
              List.of(),
              () -> {
                await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !payment(order).contains("\"requested\""));
                return show(order);
              });
        });
  }

  /// Something that the replica of companies learns.
  private <T extends Message> Sample news(Class<T> contract, Function<CompanySnapshot, T> message) {
    return new Sample(
        contract,
        "of a company",
        () -> {
          String company = UUID.randomUUID().toString();
          return new Prepared(
              TestBroker.envelope(company, company, 9, message.apply(company(company))),
              () -> companies.find(company).map(CompanyReplica::refundApprovalLimit).toString());
        });
  }

  private static CompanySnapshot company(String id) {
    return SampleCompany.of(id).approvingRefundsAbove(PRICE).snapshot();
  }

  private World fresh() {
    return new World(Orders.id(), "");
  }

  private World opened() {
    String order = Orders.id();
    Envelope<?> initiated = broker.deliver(Orders.COMPANY, Orders.initiate(order));
    broker.awaitPublished(PaymentInitiated.class, event -> event.orderId().equals(order));
    return new World(order, initiated.correlationid());
  }

  private World voided() {
    World world = opened();
    broker.deliver(Orders.COMPANY, close(world));
    await().until(() -> show(world.order()).contains("\"voided\""));
    return atRest(world);
  }

  /// What was said before counts no longer: such news have nothing published.
  private static World atRest(World world) {
    return new World(world.order(), "");
  }

  private World paid() {
    World world = opened();
    Orders.payByCard(api, world.order(), "pm_card_visa").expect(200);
    return world;
  }

  private World authenticating() {
    World world = opened();
    Orders.payByCard(api, world.order(), "pm_card_authenticationRequired").expect(200);
    return world;
  }

  private static VoidPayment close(World world) {
    return new VoidPayment(world.order(), "expired");
  }

  private static RefundPayment refund(World world, Money amount) {
    return new RefundPayment(world.order(), "refund-" + world.order(), amount, "cancelled");
  }

  /// The payment, its transactions, and what the provider has in its ledger. What a provider is
  /// being asked about is waited for.
  private String show(String order) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                ON_THE_WAY.stream().noneMatch(word -> payment(order).contains("\"" + word + "\"")));
    return payment(order)
        + "\ncharges "
        + amounts(Providers.charges(order), "amountCaptured")
        + ", given back "
        + amounts(Providers.refunds(order), "amount");
  }

  private String payment(String order) {
    var payment = api.as(TestTokens.companyAdmin(Orders.COMPANY)).get("/api/payments/pay-" + order);
    return payment.status() == 200 ? payment.response().body() : "none";
  }

  private static String amounts(JsonNode rows, String field) {
    StringBuilder found = new StringBuilder();
    rows.forEach(row -> found.append(row.path(field)).append(' '));
    return found.toString().strip();
  }
}
