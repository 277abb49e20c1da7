package io.emporium.sales.invoice.web;

import io.emporium.events.Money;
import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.InvoiceKind;
import io.emporium.sales.invoice.InvoiceLine;
import io.emporium.sales.invoice.Parties;
import io.emporium.sales.invoice.TaxSum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;

/// An invoice on paper. The document that the numbers are from is the stored one: the same invoice
/// always gives the same page.
@Component
final class InvoicePdf {

  private static final float SIZE = 9;
  private static final float STEP = 13;
  private static final float DESCRIPTION = PdfSheet.LEFT + 22;
  private static final float DESCRIPTION_WIDTH = 150;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  // Right edges of the columns of amounts.
  private static final float QUANTITY = 250;
  private static final float UNIT_PRICE = 310;
  private static final float DISCOUNT = 365;
  private static final float NET = 425;
  private static final float RATE = 455;
  private static final float TAX = 500;

  private final PdfFonts fonts;

  InvoicePdf(PdfFonts fonts) {
    this.fonts = fonts;
  }

  byte[] of(Invoice invoice) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      describe(document, invoice);
      try (PdfSheet sheet = new PdfSheet(document, new PdfText(document, fonts))) {
        head(sheet, invoice);
        lines(sheet, invoice);
        totals(sheet, invoice);
        sheet.finish(title(invoice) + " " + invoice.number(), remarks(sheet, invoice));
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("invoice " + invoice.number() + " cannot be printed", e);
    }
  }

  private static void describe(PDDocument document, Invoice invoice) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(title(invoice) + " " + invoice.number());
    about.setAuthor(invoice.parties().companyName());
    about.setCreationDate(
        GregorianCalendar.from(invoice.issuedAt().atZone(ZoneOffset.UTC)));
    document.setDocumentId(invoice.issuedAt().toEpochMilli());
  }

  private static void head(PdfSheet sheet, Invoice invoice) throws IOException {
    Parties parties = invoice.parties();
    sheet.right(title(invoice), PdfSheet.RIGHT, 20, true);
    for (String line : sheet.wrapped(parties.companyName(), 14, 280)) {
      sheet.left(line, PdfSheet.LEFT, 14, true);
      sheet.down(17);
    }
    sheet.left(parties.shopName(), PdfSheet.LEFT, SIZE, false);
    sheet.down(45);
    float top = sheet.y();
    sheet.left("To", PdfSheet.LEFT, 8, false);
    sheet.down(STEP);
    for (String line : buyer(invoice)) {
      for (String part : sheet.wrapped(line, SIZE, 240)) {
        sheet.left(part, PdfSheet.LEFT, SIZE, false);
        sheet.down(STEP);
      }
    }
    float bottom = sheet.y();
    sheet.moveTo(top);
    for (String[] fact : facts(invoice)) {
      sheet.left(fact[0], 330, SIZE, false);
      sheet.right(fact[1], PdfSheet.RIGHT, SIZE, fact[0].endsWith("number"));
      sheet.down(STEP);
    }
    sheet.moveTo(Math.min(bottom, sheet.y()) - 20);
  }

  private static List<String> buyer(Invoice invoice) {
    Parties parties = invoice.parties();
    DeliveryAddress address = parties.buyerAddress();
    Stream<String> where =
        address == null
            ? Stream.of()
            : Stream.of(
                address.line1(),
                Objects.requireNonNullElse(address.line2(), ""),
                address.postalCode() + " " + address.city(),
                Objects.requireNonNullElse(address.region(), ""),
                Locale.of("", address.country()).getDisplayCountry(Locale.ENGLISH));
    return Stream.of(
            Stream.of(Objects.requireNonNullElse(parties.buyerName(), "")),
            where,
            Stream.of(Objects.requireNonNullElse(parties.buyerEmail(), "")),
            Stream.of("Customer " + invoice.customerId()))
        .flatMap(each -> each)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static List<String[]> facts(Invoice invoice) {
    List<String[]> facts = new ArrayList<>();
    facts.add(new String[] {title(invoice) + " number", invoice.number()});
    facts.add(new String[] {"Date", day(invoice, invoice.issuedAt())});
    Invoice.Corrects corrects = invoice.corrects();
    if (corrects != null) {
      facts.add(new String[] {"Credits invoice", corrects.number()});
    }
    facts.add(new String[] {"Date of sale", day(invoice, invoice.suppliedAt())});
    facts.add(new String[] {"Order", invoice.orderNumber()});
    facts.add(new String[] {"Currency", invoice.total().currency().getCurrencyCode()});
    return facts;
  }

  private static void lines(PdfSheet sheet, Invoice invoice) throws IOException {
    columns(sheet);
    for (InvoiceLine line : invoice.lines()) {
      List<String> words = sheet.wrapped(line.description(), SIZE, DESCRIPTION_WIDTH);
      if (sheet.room(STEP * (words.size() + 1))) {
        columns(sheet);
      }
      amounts(sheet, line);
      for (String part : words) {
        sheet.left(part, DESCRIPTION, SIZE, false);
        sheet.down(STEP - 2);
      }
      if (line.sku() != null) {
        sheet.left(line.sku(), DESCRIPTION, 7, false);
        sheet.down(STEP - 3);
      }
      sheet.down(3);
    }
    sheet.rule(0.8f);
    sheet.down(STEP + 3);
  }

  private static void columns(PdfSheet sheet) throws IOException {
    sheet.left("#", PdfSheet.LEFT, 8, true);
    sheet.left("Description", DESCRIPTION, 8, true);
    sheet.right("Quantity", QUANTITY, 8, true);
    sheet.right("Unit price", UNIT_PRICE, 8, true);
    sheet.right("Discount", DISCOUNT, 8, true);
    sheet.right("Net", NET, 8, true);
    sheet.right("Tax %", RATE, 8, true);
    sheet.right("Tax", TAX, 8, true);
    sheet.right("Total", PdfSheet.RIGHT, 8, true);
    sheet.down(5);
    sheet.rule(0.8f);
    sheet.down(STEP);
  }

  private static void amounts(PdfSheet sheet, InvoiceLine line) throws IOException {
    sheet.left(String.valueOf(line.position()), PdfSheet.LEFT, SIZE, false);
    sheet.right(String.valueOf(line.quantity()), QUANTITY, SIZE, false);
    Money unit = line.unitPrice();
    sheet.right(unit == null ? "" : amount(unit), UNIT_PRICE, SIZE, false);
    String discount = line.discount().amount() == 0 ? "" : amount(line.discount().negated());
    sheet.right(discount, DISCOUNT, SIZE, false);
    sheet.right(amount(line.net()), NET, SIZE, false);
    sheet.right(percent(line.taxBasisPoints()), RATE, SIZE, false);
    sheet.right(amount(line.tax()), TAX, SIZE, false);
    sheet.right(amount(line.gross()), PdfSheet.RIGHT, SIZE, false);
  }

  private static void totals(PdfSheet sheet, Invoice invoice) throws IOException {
    var _ = sheet.room(STEP * (invoice.taxes().size() + 6));
    total(sheet, "Net", invoice.net(), false);
    for (TaxSum rate : invoice.taxes()) {
      String on = "Tax " + percent(rate.basisPoints()) + " % on " + amount(rate.net());
      total(sheet, on, rate.tax(), false);
    }
    total(sheet, "Tax in all", invoice.tax(), false);
    sheet.down(4);
    String code = " " + invoice.total().currency().getCurrencyCode();
    if (invoice.kind() == InvoiceKind.INVOICE) {
      total(sheet, "Total" + code, invoice.total(), true);
      total(sheet, "Paid" + code, invoice.total(), false);
      total(sheet, "Due" + code, Money.zero(invoice.total().currency()), false);
    } else {
      total(sheet, "Total credited" + code, invoice.total(), true);
      total(sheet, "Refunded" + code, invoice.total(), false);
    }
  }

  private static void total(PdfSheet sheet, String what, Money amount, boolean bold)
      throws IOException {
    float size = bold ? 11 : SIZE;
    sheet.right(what, 460, size, bold);
    sheet.right(amount(amount), PdfSheet.RIGHT, size, bold);
    sheet.down(bold ? STEP + 3 : STEP);
  }

  private static List<String> remarks(PdfSheet sheet, Invoice invoice) {
    List<String> remarks = new ArrayList<>();
    boolean taxed = invoice.tax().amount() != 0;
    if (taxed && invoice.lines().stream().anyMatch(InvoicePdf::pricedWithTax)) {
      remarks.add("Unit prices and discounts include tax.");
    } else if (taxed && invoice.lines().stream().anyMatch(line -> line.unitPrice() != null)) {
      remarks.add("Unit prices and discounts are without tax.");
    }
    if (sheet.incomplete()) {
      remarks.add(
          "A question mark may stand for a letter that this typeface lacks; the electronic record"
              + " has it.");
    }
    return remarks;
  }

  private static boolean pricedWithTax(InvoiceLine line) {
    return line.unitPrice() != null
        && line.tax().amount() != 0
        && line.unitPrice().times(line.quantity()).minus(line.discount()).equals(line.gross());
  }

  private static String title(Invoice invoice) {
    return invoice.kind() == InvoiceKind.INVOICE ? "Invoice" : "Credit note";
  }

  private static String day(Invoice invoice, Instant at) {
    return DAY.format(at.atZone(invoice.parties().zone()));
  }

  private static String amount(Money money) {
    BigDecimal units = money.toDecimal();
    return String.format(Locale.ENGLISH, "%,." + units.scale() + "f", units);
  }

  private static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
  }
}
