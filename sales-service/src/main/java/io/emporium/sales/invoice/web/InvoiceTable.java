package io.emporium.sales.invoice.web;

import io.emporium.events.Money;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.InvoiceKind;
import io.emporium.sales.invoice.InvoiceLine;
import io.emporium.sales.invoice.TaxSum;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// The figures of an invoice: its lines, the tax per rate, and what they come to.
final class InvoiceTable {

  private static final float SIZE = 9;
  private static final float STEP = 13;
  private static final float DESCRIPTION = PdfSheet.LEFT + 22;
  private static final float DESCRIPTION_WIDTH = 150;

  // Right edges of the columns of amounts.
  private static final float QUANTITY = 250;
  private static final float UNIT_PRICE = 310;
  private static final float DISCOUNT = 365;
  private static final float NET = 425;
  private static final float RATE = 455;
  private static final float TAX = 500;

  private InvoiceTable() {}

  static void write(PdfSheet sheet, Invoice invoice) throws IOException {
    lines(sheet, invoice);
    totals(sheet, invoice);
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

  private static String amount(Money money) {
    BigDecimal units = money.toDecimal();
    return String.format(Locale.ENGLISH, "%,." + units.scale() + "f", units);
  }

  private static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
  }
}
