package io.emporium.sales.invoice.web;

import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.events.company.LegalDetails;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.InvoiceKind;
import io.emporium.sales.invoice.InvoiceLine;
import io.emporium.sales.invoice.Parties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

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
        InvoiceTable.write(sheet, invoice);
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
    about.setCreationDate(GregorianCalendar.from(invoice.issuedAt().atZone(ZoneOffset.UTC)));
    document.setDocumentId(invoice.issuedAt().toEpochMilli());
  }

  private static void head(PdfSheet sheet, Invoice invoice) throws IOException {
    Parties parties = invoice.parties();
    sheet.right(title(invoice), PdfSheet.RIGHT, 20, true);
    for (String line : sheet.wrapped(parties.companyName(), 14, 280)) {
      sheet.left(line, PdfSheet.LEFT, 14, true);
      sheet.down(17);
    }
    block(sheet, seller(parties));
    sheet.down(45 - STEP);
    float top = sheet.y();
    sheet.left("To", PdfSheet.LEFT, 8, false);
    sheet.down(STEP);
    block(sheet, buyer(invoice));
    float bottom = sheet.y();
    sheet.moveTo(top);
    for (String[] fact : facts(invoice)) {
      sheet.left(fact[0], 330, SIZE, false);
      sheet.right(fact[1], PdfSheet.RIGHT, SIZE, fact[0].endsWith("number"));
      sheet.down(STEP);
    }
    sheet.moveTo(Math.min(bottom, sheet.y()) - 20);
  }

  private static void block(PdfSheet sheet, List<String> lines) throws IOException {
    for (String line : lines) {
      for (String part : sheet.wrapped(line, SIZE, 240)) {
        sheet.left(part, PdfSheet.LEFT, SIZE, false);
        sheet.down(STEP);
      }
    }
  }

  private static List<String> seller(Parties parties) {
    LegalDetails legal = parties.legal();
    if (legal == null) {
      return List.of(parties.shopName());
    }
    List<String> lines = new ArrayList<>(List.of(parties.shopName(), legal.name(), legal.line1()));
    lines.add(Objects.requireNonNullElse(legal.line2(), ""));
    lines.add((Objects.requireNonNullElse(legal.postalCode(), "") + " " + legal.city()).strip());
    lines.add(country(legal.country()));
    lines.add(legal.taxId() == null ? "" : "Tax ID " + legal.taxId());
    lines.removeIf(String::isBlank);
    return lines;
  }

  private static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
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
                country(address.country()));
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
}
