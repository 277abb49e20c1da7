package io.emporium.payment.payment;

import io.emporium.events.Fact;
import io.emporium.events.Money;
import io.emporium.kit.context.Cause;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is stored of a payment, and how it reads.
abstract sealed class StoredPayment extends AggregateRoot permits Payment {

  private static final String PREFIX = "pay-";

  String orderId;
  PaymentStatus status;
  String correlationId;
  Instant createdAt;
  // A payment that was called off before it was opened knows nothing of these.
  @Nullable String customerId;
  @Nullable String shopId;
  @Nullable Money amount;
  @Nullable Instant expiresAt;
  // What the shop takes; null or empty for everything.
  @Nullable List<String> offered;
  // How the customer wanted to pay when ordering, and when that is tried; no time once it was.
  @Nullable PayRequest chosen;
  @Nullable Instant payAsChosenAt;
  @Nullable Attempt attempt;
  @Nullable Provider provider;
  @Nullable String providerReference;
  @Nullable String failureCode;
  // Called off while the provider was busy: what it answers decides.
  @Nullable String voidReason;
  boolean orderEnded;
  boolean stray;
  List<Transaction> transactions = List.of();
  List<Refund> refunds = List.of();
  // Money that is reserved first.
  boolean captureLater;
  @Nullable Capture capture;
  // The refund for which the reservation is given free instead of taken.
  @Nullable String releasedBy;
  // What sweeps and the list of orphans look for.
  @Nullable Instant captureBy;
  @Nullable Instant saveMethodAt;
  boolean due;
  boolean orphan;
  @Nullable Attention attention;
  @Nullable Instant nextAskAt;
  @Nullable Instant moneyMovedAt;

  @SuppressWarnings("NullAway.Init") // the store fills the fields
  StoredPayment() {}

  StoredPayment(String orderId, @Nullable String companyId, PaymentStatus status, Instant now) {
    super(idOf(orderId), companyId);
    this.orderId = orderId;
    this.status = status;
    this.createdAt = now;
    this.correlationId = Cause.current().correlationId();
  }

  /// The one payment of an order.
  public static String idOf(String orderId) {
    return PREFIX + orderId;
  }

  /// Whose payment has this id; null for what is no payment's id.
  static @Nullable String orderOf(String paymentId) {
    return paymentId.startsWith(PREFIX) ? paymentId.substring(PREFIX.length()) : null;
  }

  @Override
  protected @Nullable String shopId() {
    return shopId;
  }

  public String orderId() {
    return orderId;
  }

  public PaymentStatus status() {
    return status;
  }

  public String correlationId() {
    return correlationId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public @Nullable String customerId() {
    return customerId;
  }

  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /// Null when it was called off before it was opened.
  public @Nullable Money amountIfKnown() {
    return amount;
  }

  public Money amount() {
    return Objects.requireNonNull(amount, "a payment that was opened has an amount");
  }

  public Optional<Attempt> attempt() {
    return Optional.ofNullable(attempt);
  }

  public Optional<Capture> capture() {
    return Optional.ofNullable(capture);
  }

  /// When reserved money is taken at the latest.
  public @Nullable Instant captureBy() {
    return captureBy;
  }

  /// The chosen one, then the one that took the money.
  public @Nullable Provider provider() {
    return provider != null || attempt == null ? provider : attempt.provider();
  }

  public @Nullable String providerReference() {
    return providerReference;
  }

  public @Nullable String failureCode() {
    return failureCode;
  }

  public List<Transaction> transactions() {
    return transactions;
  }

  public List<Refund> refunds() {
    return refunds;
  }

  public Optional<Refund> refund(String refundId) {
    return refunds.stream().filter(refund -> refund.id().equals(refundId)).findFirst();
  }

  /// What a person must look at; null while nothing is.
  public @Nullable Attention attention() {
    return attention;
  }

  public boolean stray() {
    return stray;
  }

  /// Whether somebody has to go to the provider now.
  public boolean isDue(Instant now) {
    return nextAskAt != null && !nextAskAt.isAfter(now);
  }

  /// What was taken.
  public Money captured() {
    return Sums.captured(this);
  }

  /// What of the reserved money may still be taken.
  public Money capturable() {
    return Sums.capturable(this);
  }

  /// What has gone back.
  public Money refunded() {
    return Sums.refunded(this);
  }

  /// What has gone back or is about to.
  public Money given() {
    return Sums.given(this);
  }

  /// What may still be given back: pending refunds count as given.
  public Money refundable() {
    return Sums.refundable(this);
  }

  /// Whether the reservation was given free, so that nothing was taken.
  public boolean isReleased() {
    return status == PaymentStatus.SUCCEEDED && releasedBy != null;
  }

  void note(Transaction line) {
    List<Transaction> longer = new ArrayList<>(transactions);
    longer.add(line);
    transactions = List.copyOf(longer);
    if (line.movedMoney()) {
      moneyMovedAt = line.at();
    }
  }

  void replace(Refund changed) {
    refunds =
        refunds.stream()
            .map(refund -> refund.id().equals(changed.id()) ? changed : refund)
            .toList();
  }

  void noteCharge(Transaction.State state, @Nullable String code, Instant now) {
    Attempt made = current();
    boolean reserving = captureLater && !made.provider().byHand();
    note(
        new Transaction(
            reserving ? Transaction.Kind.AUTHORIZE : Transaction.Kind.CHARGE,
            state,
            amount(),
            made.provider(),
            made.key(),
            made.reference(),
            code,
            now));
  }

  Attempt current() {
    return Objects.requireNonNull(attempt, "no attempt was made");
  }

  void publish(Fact fact) {
    record(fact);
  }

  /// States how things stand.
  void answer() {
    publish(Standing.of(this));
  }

  /// Brings what sweeps look for into line with the rest.
  Outcome applied() {
    nextAskAt = new DueWork(this).earliest();
    due = nextAskAt != null;
    orphan = stray || orderEnded && amount != null && refundable().amount() > 0;
    attention = Attention.of(this);
    return Outcome.APPLIED;
  }
}
