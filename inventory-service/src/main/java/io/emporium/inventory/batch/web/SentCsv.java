package io.emporium.inventory.batch.web;

import io.emporium.inventory.batch.RowInput;
import io.emporium.inventory.batch.SubmitBatch;
import io.emporium.kit.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/// Rows sent as CSV: UTF-8, RFC 4180, with a header that names the columns.
final class SentCsv {

  private static final Set<String> REQUIRED = Set.of("operation", "warehouse", "sku", "quantity");
  private static final Set<String> KNOWN =
      Set.of("operation", "warehouse", "sku", "quantity", "reason");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private SentCsv() {}

  /// @throws Refusal invalid, when it is no CSV or has other columns
  static List<RowInput> read(byte[] body) {
    try (CSVParser parser = CSVParser.parse(text(body), FORMAT)) {
      requireColumns(parser.getHeaderNames());
      List<RowInput> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (rows.size() == SubmitBatch.MOST_ROWS) {
          throw Refusal.invalid("/rows", "must have at most " + SubmitBatch.MOST_ROWS + " rows");
        }
        requireSameWidth(record);
        rows.add(
            new RowInput(
                cell(record, "operation"),
                cell(record, "warehouse"),
                cell(record, "sku"),
                cell(record, "quantity"),
                cell(record, "reason")));
      }
      return rows;
    } catch (IllegalArgumentException | CSVException e) {
      throw Refusal.invalid("", "is no CSV with a header that names each column once");
    } catch (UncheckedIOException e) {
      throw Refusal.invalid("", "is not well-formed CSV");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Refusal.invalid("", "must be UTF-8");
    }
  }

  private static void requireColumns(List<String> names) {
    List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    for (String name : lower) {
      if (!KNOWN.contains(name)) {
        throw Refusal.invalid(name, "is not known here");
      }
    }
    for (String name : REQUIRED) {
      if (!lower.contains(name)) {
        throw Refusal.invalid(name, "is missing in the header");
      }
    }
  }

  private static void requireSameWidth(CSVRecord record) {
    if (!record.isConsistent()) {
      throw Refusal.invalid(
          "/rows/" + (record.getRecordNumber() - 1), "has more or fewer cells than the header");
    }
  }

  private static @Nullable String cell(CSVRecord record, String column) {
    return record.isMapped(column) ? record.get(column) : null;
  }
}
