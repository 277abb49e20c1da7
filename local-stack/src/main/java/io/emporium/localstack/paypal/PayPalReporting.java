package io.emporium.localstack.paypal;

import io.emporium.localstack.http.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// PayPal's transaction search: captures and refunds of a period. Unlike PayPal's, it sees a
/// transaction at once.
final class PayPalReporting {

  private static final String PAYMENT = "T0006";
  private static final String REFUND = "T1107";
  private static final int PAGE = 100;

  private final PayPalObjects objects;

  PayPalReporting(PayPalObjects objects) {
    this.objects = objects;
  }

  ObjectNode search(Function<String, @Nullable String> parameter) {
    Instant from = time(parameter.apply("start_date"));
    Instant to = time(parameter.apply("end_date"));
    List<ObjectNode> found = new ArrayList<>();
    objects.all("capture").forEach(capture -> found.add(describe(capture, PAYMENT)));
    objects.all("refund").forEach(refund -> found.add(describe(refund, REFUND)));
    found.removeIf(info -> at(info).isBefore(from) || at(info).isAfter(to));
    found.sort(Comparator.comparing(PayPalReporting::at));
    int size = number(parameter.apply("page_size"), PAGE);
    int page = number(parameter.apply("page"), 1);
    int start = Math.min(found.size(), (page - 1) * size);
    ObjectNode answer =
        Json.object()
            .put("page", page)
            .put("total_items", found.size())
            .put("total_pages", (found.size() + size - 1) / size);
    ArrayNode details = answer.putArray("transaction_details");
    found
        .subList(start, Math.min(found.size(), start + size))
        .forEach(info -> details.addObject().set("transaction_info", info));
    return answer;
  }

  private static ObjectNode describe(ObjectNode object, String code) {
    String sign = code.equals(REFUND) ? "-" : "";
    ObjectNode info =
        Json.object()
            .put("transaction_id", Json.text(object, "id"))
            .put("transaction_event_code", code)
            .put("transaction_initiation_date", Json.text(object, "create_time"))
            .put("transaction_status", "S")
            .put("custom_field", Json.text(object, "custom_id"))
            .put("invoice_id", Json.text(object, "invoice_id"));
    info.putObject("transaction_amount")
        .put("currency_code", Json.text(object, "amount", "currency_code"))
        .put("value", sign + Json.text(object, "amount", "value"));
    return info;
  }

  private static Instant at(ObjectNode info) {
    return time(Json.text(info, "transaction_initiation_date"));
  }

  private static Instant time(@Nullable String text) {
    try {
      return OffsetDateTime.parse(String.valueOf(text)).toInstant();
    } catch (DateTimeException e) {
      throw PayPalError.invalid("INVALID_PARAMETER_VALUE");
    }
  }

  private static int number(@Nullable String text, int otherwise) {
    try {
      int number = text == null ? otherwise : Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw PayPalError.invalid("INVALID_PARAMETER_VALUE");
    }
    throw PayPalError.invalid("INVALID_PARAMETER_VALUE");
  }
}
