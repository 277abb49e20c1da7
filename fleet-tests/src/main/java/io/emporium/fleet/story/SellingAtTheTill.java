package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A customer walks in, pays cash and leaves with the goods and the bill.
final class SellingAtTheTill {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final long TENDERED = 135_000;

  private final Cast cast;
  private final StoryTeller teller;
  private String saleId = "";
  private String invoiceId = "";

  SellingAtTheTill(Cast cast, StoryTeller teller) {
    this.cast = cast;
    this.teller = teller;
  }

  void play() {
    teller.chapter("A sale at the till");
    teller.step("The cashier sells a black laptop for cash", this::sell);
    teller.step("The receipt names the change", this::receipt);
    teller.step("The invoice is written", this::invoice);
    teller.step("… and printed", this::print);
  }

  private String sell() {
    Map<String, Object> sale =
        Map.of(
            "shopId",
            cast.shopId,
            "items",
            List.of(
                Map.of("productId", cast.laptopId, "sku", cast.blackLaptopSku(), "quantity", 1)),
            "payment",
            Map.of("method", "cash", "tendered", Map.of("amount", TENDERED, "currency", "USD")));
    // 202 when the sale takes longer than a till should wait; it goes on by itself.
    Answer sold = cast.cashier.post("/api/pos/sales", sale);
    saleId = (sold.status() == 202 ? sold : sold.expect(201)).text("/id");
    return sold.text("/number") + " over " + Prices.show(sold.json().at("/total"));
  }

  private String receipt() {
    Answer receipt =
        Waiting.until(
            SOON,
            "the end of the sale",
            () -> cast.cashier.get("/api/pos/sales/" + saleId),
            answer -> answer.text("/status").equals("completed"));
    return Prices.show(receipt.json().at("/payment/tendered"))
        + " given, "
        + Prices.show(receipt.json().at("/payment/change"))
        + " back";
  }

  private String invoice() {
    Answer invoice =
        Waiting.until(
            SOON,
            "the invoice",
            () -> cast.cashier.get("/api/orders/" + saleId + "/invoice"),
            answer -> true);
    invoiceId = invoice.text("/id");
    return invoice.text("/number");
  }

  private String print() {
    Answer pdf = cast.cashier.get("/api/invoices/" + invoiceId + "/pdf").expect(200);
    if (!pdf.body().startsWith("%PDF")) {
      throw new IllegalStateException("no PDF: " + pdf.body());
    }
    return "a PDF of " + pdf.body().length() / 1000 + " kB";
  }
}
