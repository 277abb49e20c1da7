package io.emporium.sales.invoice.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.Invoices;
import io.emporium.sales.order.Orders.Goods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What a bookkeeper looks for. The pages lie in `target/` for whoever wants to look too.
class InvoicePdfTest {

  private static final DeliveryAddress ADDRESS =
      new DeliveryAddress(
          "Ελένη Παπαδοπούλου", "Straße des 17. Juni 1", null, "Ørsted", null, "10623", "DE", null);
  private static final List<Goods> FEW =
      List.of(
          new Goods("TEA-1", "Чай чёрный, Зимний сбор", 3, 999, "standard"),
          new Goods("BOOK-7", "The book of tea (קצר)", 1, 2_490, "reduced"));

  private final InvoicePdf pdf = new InvoicePdf(new PdfFonts(List.of()));

  @Test
  void showsAllThatTheLawAsksFor() throws IOException {
    Invoice invoice = Invoices.of(FEW, ADDRESS);

    String text = text(print("invoice", invoice));

    assertThat(text)
        .contains("Invoice number INV-2026-000017")
        .contains("Date 5 January 2026")
        .contains("Date of sale 5 January 2026")
        .contains("Order AC-000123")
        .contains("Łódź Tea & Spice Trading Company")
        .contains("Łódź Tea & Spice Sp. z o.o.")
        .contains("ul. Piotrkowska 1")
        .contains("Lokal 7")
        .contains("90-001 Łódź")
        .contains("Poland")
        .contains("Tax ID PL 725 18 01 126")
        .contains("Ελένη Παπαδοπούλου")
        .contains("Straße des 17. Juni 1")
        .contains("10623 Ørsted")
        .contains("Germany")
        .contains("Чай чёрный, Зимний сбор")
        .contains("TEA-1")
        .contains("Shipping")
        .contains("Tax 19 % on")
        .contains("Tax 7 % on")
        .contains("Total EUR 54.77")
        .contains("Paid EUR 54.77")
        .contains("Due EUR 0.00")
        .contains("Unit prices and discounts include tax.")
        .contains("Page 1 of 1")
        .doesNotContain("question mark");
  }

  @Test
  void aCreditNoteNamesItsInvoice() throws IOException {
    Invoice invoice = Invoices.of(FEW, ADDRESS);
    Invoice note = Invoices.allowance(invoice, FEW, ADDRESS, 1_001);

    String text = text(print("credit-note", note));

    assertThat(text)
        .contains("Credit note number INV-CN-2026-000017")
        .contains("Credits invoice INV-2026-000017")
        .contains("Tax ID PL 725 18 01 126")
        .contains("Total credited EUR 10.01")
        .contains("Allowance on order AC-000123");
    assertThat(note.net().plus(note.tax())).isEqualTo(note.total());
  }

  @Test
  void runsOverAsManyPagesAsItTakes() throws IOException {
    List<Goods> many = new ArrayList<>();
    for (int n = 1; n <= 90; n++) {
      many.add(
          new Goods(
              "SKU-" + n,
              "Article no. " + n + " with a rather long name that wraps",
              n,
              n * 37L,
              "standard"));
    }

    String text = text(print("long-invoice", Invoices.of(many, ADDRESS)));

    assertThat(text).contains("Page 1 of 6").contains("Page 6 of 6").contains("Article no. 90");
    assertThat(text.split("Unit price\\b", -1).length).isGreaterThanOrEqualTo(6);
  }

  @Test
  void saysSoWhenALetterCannotBeShown() throws IOException {
    List<Goods> chinese = List.of(new Goods("T", "龙井茶 green\n\ttea", 1, 999, "standard"));

    String text = text(print("fallback", Invoices.of(chinese, ADDRESS)));

    assertThat(text).contains("??? green tea").contains("A question mark may stand for a letter");
  }

  @Test
  void theSameInvoiceGivesTheSameBytes() {
    Invoice invoice = Invoices.of(FEW, ADDRESS);

    assertThat(pdf.of(invoice)).isEqualTo(pdf.of(invoice));
  }

  private byte[] print(String name, Invoice invoice) throws IOException {
    byte[] bytes = pdf.of(invoice);
    Files.write(Path.of("target", name + ".pdf"), bytes);
    return bytes;
  }

  private static String text(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[ \\u00a0]+", " ");
    }
  }
}
