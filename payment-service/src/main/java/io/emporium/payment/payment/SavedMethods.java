package io.emporium.payment.payment;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.web.Turns;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps what customers want to pay with again.
@Component
public class SavedMethods {

  private final RecordStore<SavedMethod> methods;
  private final AggregateStore<Payment> payments;
  private final List<MethodVault> vaults;
  private final Timing timing;

  SavedMethods(
      RecordStore<SavedMethod> methods,
      AggregateStore<Payment> payments,
      List<MethodVault> vaults,
      Timing timing) {
    this.methods = methods;
    this.payments = payments;
    this.vaults = vaults;
    this.timing = timing;
  }

  /// The provider's customer that a request is made for: of the saved method that it uses, or of
  /// the one that it wants saved.
  PayRequest prepare(String customerId, PayRequest request) {
    String token = request.paymentMethod();
    Optional<SavedMethod> saved =
        token == null
            ? Optional.empty()
            : methods.find(Scope.customer(customerId), SavedMethod.idOf(customerId, token));
    if (saved.isPresent()) {
      return request.forCustomer(saved.get().providerCustomer());
    }
    return request.save() ? request.forCustomer(newCustomer(customerId, request)) : request;
  }

  private @Nullable String newCustomer(String customerId, PayRequest request) {
    MethodVault vault =
        vault(request.provider())
            .orElseThrow(
                () ->
                    Refusal.rule(
                        "method_not_savable",
                        "What " + request.provider().wireName() + " takes cannot be saved"));
    return Turns.aside(() -> vault.customer(customerId)).orElseThrow(SavedMethods::unavailable);
  }

  /// Saves what a payment was made with, as its customer wished.
  void save(Payment payment) {
    PayRequest request = payment.current().request();
    String customerId = Objects.requireNonNull(payment.customerId());
    MethodVault.Used used =
        vault(request.provider())
            .map(vault -> vault.usedFor(Objects.requireNonNull(payment.providerReference())))
            .orElseGet(MethodVault.Used.NoCard::new);
    switch (used) {
      case MethodVault.Used.ACard(var card) -> {
        var _ =
            methods.insert(
                new SavedMethod(
                    SavedMethod.idOf(customerId, card.token()),
                    customerId,
                    request.provider(),
                    Objects.requireNonNull(request.providerCustomer()),
                    card,
                    timing.now()));
        done(payment);
      }
      case MethodVault.Used.NoCard() -> done(payment);
      case MethodVault.Used.Silence() -> {
        // Asked again when the claim has run out.
      }
    }
  }

  /// Forgets a way to pay, first at the provider's: what it no longer keeps can no longer be used.
  ///
  /// @throws Refusal not found; unavailable while the provider does not answer
  public void forget(String customerId, String token) {
    Scope own = Scope.customer(customerId);
    String id = SavedMethod.idOf(customerId, token);
    SavedMethod method =
        methods.find(own, id).orElseThrow(() -> Refusal.notFound("payment_method", token));
    boolean forgotten =
        vault(method.provider()).map(vault -> Turns.aside(() -> vault.forget(token))).orElse(true);
    if (!forgotten) {
      throw unavailable();
    }
    var _ = methods.delete(own, new Document("_id", id));
  }

  private static Refusal unavailable() {
    return new Refusal(
            Category.UNAVAILABLE, "provider_unavailable", "The payment provider does not answer")
        .retryAfterSeconds(10);
  }

  private void done(Payment payment) {
    var _ = payments.change(Scope.platform(), payment.id(), Payment::methodSaved);
  }

  private Optional<MethodVault> vault(Provider provider) {
    return vaults.stream().filter(vault -> vault.provider() == provider).findFirst();
  }
}
