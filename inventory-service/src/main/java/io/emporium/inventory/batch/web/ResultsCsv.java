package io.emporium.inventory.batch.web;

import io.emporium.inventory.batch.BatchRow;
import io.emporium.inventory.batch.RowInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Results as CSV. People open it in a spreadsheet, where a cell that begins like a formula would
/// be run: such cells get a quote in front.
final class ResultsCsv {

  private static final String FORMULA = "=+-@\t\r\n";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "row",
              "operation",
              "warehouse",
              "sku",
              "quantity",
              "reason",
              "status",
              "code",
              "message")
          .get();

  private ResultsCsv() {}

  static String write(List<BatchRow> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (BatchRow row : rows) {
        RowInput input = row.input();
        BatchRow.Problem problem = row.problem();
        printer.printRecord(
            row.number(),
            harmless(input.operation()),
            harmless(input.warehouse()),
            harmless(input.sku()),
            quantity(input.quantity()),
            harmless(input.reason()),
            row.state().name().toLowerCase(Locale.ROOT),
            problem == null ? "" : problem.code(),
            problem == null ? "" : harmless(problem.message()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static String harmless(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  // A negative number is no formula.
  private static String quantity(@Nullable String cell) {
    return cell != null && cell.matches("-?\\d{1,10}") ? cell : harmless(cell);
  }
}
