package io.emporium.payment.payment.gateway;

import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.ProviderStatement;
import io.emporium.payment.payment.StatementAnswer;
import io.emporium.payment.payment.StatementLine;
import io.emporium.payment.payment.StatementLine.Kind;
import io.emporium.payment.payment.StatementPeriod;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// PayPal's transaction search.
final class PayPalStatement implements ProviderStatement {

  private static final String PATH = "/v1/reporting/transactions";
  private static final int PAGE = 100;
  private static final String SUCCESS = "S";
  // PayPal writes offsets as +0000 and reads both.
  private static final DateTimeFormatter TIMES =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter();

  private final PayPalRest rest;
  private final PayPalProperties properties;

  PayPalStatement(PayPalRest rest, PayPalProperties properties) {
    this.rest = rest;
    this.properties = properties;
  }

  @Override
  public Provider provider() {
    return Provider.PAYPAL;
  }

  @Override
  public Duration lag() {
    return properties.statementLag();
  }

  @Override
  public StatementAnswer page(StatementPeriod period, @Nullable String cursor) {
    int page = cursor == null ? 1 : Integer.parseInt(cursor);
    String query =
        "?start_date=%s&end_date=%s&fields=transaction_info&page_size=%d&page=%d"
            .formatted(time(period.from()), time(period.to()), PAGE, page);
    try {
      JsonNode found = rest.get(PATH + query, properties.readTimeout());
      List<StatementLine> lines = new ArrayList<>();
      for (JsonNode detail : found.path("transaction_details")) {
        line(detail.path("transaction_info")).ifPresent(lines::add);
      }
      boolean more = page < found.path("total_pages").asInt(0);
      return new StatementAnswer.Page(lines, more ? Integer.toString(page + 1) : null);
    } catch (IOException
        | JacksonException
        | ArithmeticException
        | IllegalArgumentException
        | DateTimeException e) {
      return new StatementAnswer.NoAnswer(e.toString());
    }
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  // Codes of payments start with T00, of refunds with T11; fees and transfers are not ours to know.
  private static Optional<StatementLine> line(JsonNode info) {
    String code = info.path("transaction_event_code").asString("");
    boolean refund = code.startsWith("T11");
    boolean moved = info.path("transaction_status").asString("").equals(SUCCESS);
    if (!moved || !refund && !code.startsWith("T00")) {
      return Optional.empty();
    }
    JsonNode amount = info.path("transaction_amount");
    // Refunds are written as negative amounts.
    String value = amount.path("value").asString("").replaceFirst("^-", "");
    return Optional.of(
        new StatementLine(
            refund ? Kind.REFUND : Kind.CHARGE,
            paymentId(info),
            info.path("transaction_id").asString(""),
            ProviderMoney.payPal(value, amount.path("currency_code").asString("")),
            OffsetDateTime.parse(info.path("transaction_initiation_date").asString(""), TIMES)
                .toInstant()));
  }

  // What we give as `custom_id` comes back as the custom field; of refunds only their invoice is
  // ours: `paymentId:refund:id`.
  private static @Nullable String paymentId(JsonNode info) {
    String custom = info.path("custom_field").asString("");
    String invoice = info.path("invoice_id").asString("");
    String id = custom.isEmpty() ? invoice.split(":", 2)[0] : custom;
    return id.isEmpty() ? null : id;
  }
}
