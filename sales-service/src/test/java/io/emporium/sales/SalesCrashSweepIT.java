package io.emporium.sales;

import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.catalog.CartCheckedOut;
import io.emporium.events.catalog.CheckedOutLine;
import io.emporium.events.catalog.ProductCreated;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductPriceChanged;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductUnpublished;
import io.emporium.events.catalog.ProductUpdated;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.company.CompanyUpdated;
import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.events.order.OrderConfirmed;
import io.emporium.events.order.ReturnReceived;
import io.emporium.events.order.ReturnRejected;
import io.emporium.events.order.ReturnRequested;
import io.emporium.events.order.ShippedLine;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentUnknown;
import io.emporium.events.payment.PaymentVoided;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.Sample;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Every handler of the service, halted at each of its points.
@ServiceTest
class SalesCrashSweepIT extends CrashSweep {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Replicas replicas;

  @Override
  protected List<Sample> samples() {
    List<Sample> all = new ArrayList<>();
    all.addAll(stockReplies());
    all.addAll(paymentReplies());
    all.add(cart());
    all.add(confirmation());
    all.addAll(returns());
    all.addAll(replicas());
    return all;
  }

  private List<Sample> stockReplies() {
    return List.of(
        reply(StockReserved.class, "of a placed order", Story::placed, Story::held),
        reply(StockReserved.class, "of a paid order", this::paidEarly, Story::held),
        reply(
            ReservationFailed.class,
            "of a placed order",
            Story::placed,
            (story, id) -> new ReservationFailed(id, "insufficient_stock", List.of())),
        reply(
            ReservationFailed.class,
            "of a paid order",
            this::paid,
            (story, id) -> new ReservationFailed(id, "expired", List.of())),
        reply(
            ReservationExpired.class,
            "while it can be paid",
            Story::payable,
            (story, id) -> new ReservationExpired(id)),
        reply(StockDeducted.class, "of a paid order", this::paid, Story::deducted),
        reply(
            StockReleased.class,
            "of a cancelled order",
            this::voided,
            (story, id) -> new StockReleased(id, "called_off")),
        reply(
            StockRestocked.class,
            "of a refunded order",
            this::refunded,
            (story, id) -> new StockRestocked(id, "restock-" + id, story.lines())));
  }

  private List<Sample> paymentReplies() {
    return List.of(
        reply(PaymentInitiated.class, "of a held order", this::heldOnly, Story::opened),
        reply(PaymentSucceeded.class, "in time", Story::payable, Story::paid),
        reply(PaymentSucceeded.class, "of a cancelled order", this::voided, Story::paid),
        reply(
            PaymentUnknown.class,
            "of a payable order",
            this::heldOnly,
            (story, id) -> new PaymentUnknown("pay-" + id, id)),
        reply(
            PaymentFailed.class,
            "of a payable order",
            Story::payable,
            (story, id) -> new PaymentFailed("pay-" + id, id, story.customer, "declined")),
        reply(
            PaymentVoided.class,
            "of a cancelled order",
            this::cancelledPayable,
            (story, id) -> new PaymentVoided("pay-" + id, id, "called_off")),
        reply(
            PaymentCaptured.class,
            "of less than was reserved",
            story -> invoiced(story, paid(story)),
            (story, id) -> new PaymentCaptured("pay-" + id, id, Money.of(1_500, "USD"))),
        reply(
            PaymentRefunded.class,
            "of a cancelled sale",
            this::cancelledSale,
            (story, id) ->
                new PaymentRefunded("pay-" + id, id, "refund-" + id, Money.of(1_999, "USD"))),
        reply(
            PaymentRefundFailed.class,
            "of a cancelled sale",
            this::cancelledSale,
            (story, id) ->
                new PaymentRefundFailed("pay-" + id, id, "refund-" + id, "account_closed")));
  }

  private Sample cart() {
    return new Sample(
        CartCheckedOut.class,
        "of a known product",
        () -> {
          Story story = replicas.known(story());
          String id = UUID.randomUUID().toString();
          CartCheckedOut cart =
              new CartCheckedOut(
                  "checkout-" + id,
                  id,
                  story.customer,
                  null,
                  story.shop,
                  "pickup",
                  null,
                  null,
                  List.of(new CheckedOutLine(story.product, "TEA", 1, Money.of(1_999, "USD"))));
          return new Prepared(
              TestBroker.envelope(id, story.company, 1, cart), () -> show(story, id));
        });
  }

  /// The invoice of an order. That it is written although its writer died is InvoiceIT's to show.
  private Sample confirmation() {
    return new Sample(
        OrderConfirmed.class,
        "of an invoiced order",
        () -> {
          Story story = story();
          String id = invoiced(story, story.confirmed());
          return new Prepared(
              TestBroker.envelope(
                  UUID.randomUUID().toString(), story.company, 1, confirmedNews(id)),
              () -> invoiceOf(story, id).response().body());
        });
  }

  private OrderConfirmed confirmedNews(String id) {
    return broker
        .awaitPublished(OrderConfirmed.class, event -> event.order().orderId().equals(id))
        .data();
  }

  /// What returns tell the orders that they belong to.
  private List<Sample> returns() {
    return List.of(
        reply(
            ReturnRequested.class,
            "that the order knows",
            this::returning,
            (story, id) ->
                new ReturnRequested(
                    returnOf(story, id), id, story.customer, story.shop, teaBack(), "too small")),
        reply(
            ReturnRejected.class,
            "that the order knows",
            this::returning,
            (story, id) ->
                new ReturnRejected(returnOf(story, id), id, story.customer, story.shop, "worn")),
        reply(
            ReturnReceived.class,
            "that the order knows",
            this::returning,
            (story, id) ->
                new ReturnReceived(
                    returnOf(story, id),
                    id,
                    story.customer,
                    story.shop,
                    teaBack(),
                    Money.of(1_999, "USD"))));
  }

  private static List<ShippedLine> teaBack() {
    return List.of(new ShippedLine(1, "TEA", 1));
  }

  private static String returnOf(Story story, String id) {
    return story.admin().get("/api/returns?order=" + id).expect(200).text("/items/0/id");
  }

  private String returning(Story story) {
    String id = story.confirmed();
    String path = "/api/orders/" + id + "/fulfilments";
    String fulfilment = story.admin().post(path, null).expect(201).text("/fulfilments/0/id");
    story.admin().post(path + "/" + fulfilment + "/deliver", null).expect(200);
    Map<String, Object> wish =
        Map.of(
            "orderId",
            id,
            "lines",
            List.of(Map.of("line", 1, "quantity", 1)),
            "reason",
            "too small");
    story.buyer().post("/api/returns", wish).expect(201);
    return id;
  }

  private List<Sample> replicas() {
    Function<Story, String> product = replicas::product;
    Function<Story, String> shop = replicas::shop;
    Function<Story, String> company = replicas::company;
    return List.of(
        news(ProductCreated.class, s -> new ProductCreated(s.product("draft", 1_999)), product),
        news(ProductUpdated.class, s -> new ProductUpdated(s.product("published", 7)), product),
        news(
            ProductPriceChanged.class,
            s -> new ProductPriceChanged(s.product("published", 9)),
            product),
        news(
            ProductPublished.class,
            s -> new ProductPublished(s.product("published", 1_999)),
            product),
        news(
            ProductUnpublished.class,
            s -> new ProductUnpublished(s.product("draft", 1_999)),
            product),
        news(ProductDeleted.class, s -> new ProductDeleted(s.product("deleted", 1_999)), product),
        news(ShopCreated.class, s -> new ShopCreated(s.shop("open")), shop),
        news(ShopUpdated.class, s -> new ShopUpdated(s.shop("open")), shop),
        news(ShopOpened.class, s -> new ShopOpened(s.shop("open")), shop),
        news(ShopClosed.class, s -> new ShopClosed(s.shop("closed")), shop),
        news(ShopStaffAssigned.class, s -> new ShopStaffAssigned(s.shop, "u1", "staff"), shop),
        news(ShopStaffRemoved.class, s -> new ShopStaffRemoved(s.shop, "u1"), shop),
        news(CompanyCreated.class, s -> new CompanyCreated(s.company("active", 60)), company),
        news(CompanyUpdated.class, s -> new CompanyUpdated(s.company("active", 70)), company),
        news(
            CompanySettingsChanged.class,
            s -> new CompanySettingsChanged(s.company("active", 80)),
            company),
        news(CompanyActivated.class, s -> new CompanyActivated(s.company("active", 60)), company),
        news(
            CompanySuspended.class,
            s -> new CompanySuspended(s.company("suspended", 60), "unpaid", Instant.EPOCH),
            company),
        news(
            CompanyClosed.class,
            s -> new CompanyClosed(s.company("closed", 60), Instant.EPOCH),
            company));
  }

  /// Something that an order is told.
  ///
  /// @param given brings a new order there, and says its id
  private <T extends Message> Sample reply(
      Class<T> contract,
      String situation,
      Function<Story, String> given,
      BiFunction<Story, String, T> message) {
    return new Sample(
        contract,
        situation,
        () -> {
          Story story = story();
          String id = given.apply(story);
          return new Prepared(
              TestBroker.envelope(
                  UUID.randomUUID().toString(), story.company, 1, message.apply(story, id)),
              () -> show(story, id));
        });
  }

  /// Something that a replica learns, newer than all it knows.
  private <T extends Message> Sample news(
      Class<T> contract, Function<Story, T> message, Function<Story, String> state) {
    return new Sample(
        contract,
        "newer than what is known",
        () -> {
          Story story = replicas.known(story());
          String subject = UUID.randomUUID().toString();
          return new Prepared(
              TestBroker.envelope(subject, story.company, 9, message.apply(story)),
              () -> state.apply(story));
        });
  }

  private String paidEarly(Story story) {
    String id = story.placed();
    story.reply(story.paid(id));
    story.awaitEvent(id, "payment_taken");
    return id;
  }

  private String heldOnly(Story story) {
    String id = story.placed();
    story.reply(story.held(id));
    story.awaitEvent(id, "stock_held");
    return id;
  }

  private String paid(Story story) {
    String id = story.payable();
    story.reply(story.paid(id));
    story.awaitStatus(id, "confirmed");
    return id;
  }

  private String cancelledPayable(Story story) {
    return cancelled(story, story.payable());
  }

  private String voided(Story story) {
    String id = cancelledPayable(story);
    story.reply(new PaymentVoided("pay-" + id, id, "called_off"));
    story.awaitEvent(id, "payment_voided");
    return id;
  }

  private String cancelledSale(Story story) {
    return cancelled(story, invoiced(story, story.confirmed()));
  }

  // Who credits an order whose invoice is still to come writes that too; and whoever is first does.
  private static String invoiced(Story story, String id) {
    await().until(() -> invoiceOf(story, id).status() == 200);
    return id;
  }

  private static TestResponse invoiceOf(Story story, String id) {
    return story.buyer().get("/api/orders/" + id + "/invoice");
  }

  private String refunded(Story story) {
    String id = cancelledSale(story);
    story.reply(new PaymentRefunded("pay-" + id, id, "refund-" + id, Money.of(1_999, "USD")));
    story.awaitEvent(id, "refund_done");
    return id;
  }

  private static String cancelled(Story story, String id) {
    story.buyer().post("/api/orders/" + id + "/cancel", null).expect(200);
    return id;
  }

  private Story story() {
    return new Story(api, broker).told();
  }

  private static String show(Story story, String id) {
    var answer = story.buyer().get("/api/orders/" + id);
    if (answer.status() != 200) {
      return "answered " + answer.status();
    }
    List<String> events = new ArrayList<>();
    for (JsonNode entry : story.buyer().get("/api/orders/" + id + "/timeline").json()) {
      events.add(entry.path("event").asString() + " " + entry.path("status").asString());
    }
    return answer.response().body() + "\n" + events;
  }
}
