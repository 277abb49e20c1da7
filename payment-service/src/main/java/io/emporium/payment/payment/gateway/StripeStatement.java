package io.emporium.payment.payment.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.ChargeListParams;
import com.stripe.param.RefundListParams;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.ProviderStatement;
import io.emporium.payment.payment.StatementAnswer;
import io.emporium.payment.payment.StatementLine;
import io.emporium.payment.payment.StatementLine.Kind;
import io.emporium.payment.payment.StatementPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stripe's lists of charges and, after them, of refunds.
final class StripeStatement implements ProviderStatement {

  private static final String CHARGES = "charges/";
  private static final String REFUNDS = "refunds/";
  private static final long PAGE = 100;

  private final StripeClient client;
  private final Duration lag;

  StripeStatement(StripeClient client, Duration lag) {
    this.client = client;
    this.lag = lag;
  }

  @Override
  public Provider provider() {
    return Provider.STRIPE;
  }

  @Override
  public Duration lag() {
    return lag;
  }

  @Override
  public StatementAnswer page(StatementPeriod period, @Nullable String cursor) {
    try {
      return cursor != null && cursor.startsWith(REFUNDS)
          ? refunds(period, after(cursor, REFUNDS))
          : charges(period, cursor == null ? null : after(cursor, CHARGES));
    } catch (StripeException e) {
      return new StatementAnswer.NoAnswer(StripeAnswers.message(e));
    }
  }

  private static @Nullable String after(String cursor, String list) {
    String id = cursor.substring(list.length());
    return id.isEmpty() ? null : id;
  }

  private StatementAnswer charges(StatementPeriod period, @Nullable String after)
      throws StripeException {
    var created =
        ChargeListParams.Created.builder()
            .setGte(period.from().getEpochSecond())
            .setLt(period.to().getEpochSecond())
            .build();
    StripeCollection<Charge> page =
        client
            .v1()
            .charges()
            .list(
                ChargeListParams.builder()
                    .setCreated(created)
                    .setLimit(PAGE)
                    .setStartingAfter(after)
                    .build());
    List<StatementLine> lines =
        page.getData().stream()
            .filter(charge -> "succeeded".equals(charge.getStatus()) && charge.getCaptured())
            .map(StripeStatement::line)
            .toList();
    return new StatementAnswer.Page(
        lines, page.getHasMore() ? CHARGES + page.getData().getLast().getId() : REFUNDS);
  }

  private StatementAnswer refunds(StatementPeriod period, @Nullable String after)
      throws StripeException {
    var created =
        RefundListParams.Created.builder()
            .setGte(period.from().getEpochSecond())
            .setLt(period.to().getEpochSecond())
            .build();
    StripeCollection<Refund> page =
        client
            .v1()
            .refunds()
            .list(
                RefundListParams.builder()
                    .setCreated(created)
                    .setLimit(PAGE)
                    .setStartingAfter(after)
                    .build());
    List<StatementLine> lines =
        page.getData().stream()
            .filter(refund -> "succeeded".equals(refund.getStatus()))
            .map(StripeStatement::line)
            .toList();
    return new StatementAnswer.Page(
        lines, page.getHasMore() ? REFUNDS + page.getData().getLast().getId() : null);
  }

  // Our reference of a charge is its intent; a charge without one was not made by us.
  private static StatementLine line(Charge charge) {
    String intent = charge.getPaymentIntent();
    return new StatementLine(
        Kind.CHARGE,
        paymentId(charge.getMetadata()),
        intent == null ? charge.getId() : intent,
        ProviderMoney.stripe(charge.getAmountCaptured(), charge.getCurrency()),
        Instant.ofEpochSecond(charge.getCreated()));
  }

  private static StatementLine line(Refund refund) {
    return new StatementLine(
        Kind.REFUND,
        paymentId(refund.getMetadata()),
        refund.getId(),
        ProviderMoney.stripe(refund.getAmount(), refund.getCurrency()),
        Instant.ofEpochSecond(refund.getCreated()));
  }

  private static @Nullable String paymentId(@Nullable Map<String, String> metadata) {
    return metadata == null ? null : metadata.get("paymentId");
  }
}
