package io.emporium.fleet.audit;

import io.emporium.fleet.audit.Books.Charge;
import io.emporium.fleet.audit.Books.GivenBack;
import io.emporium.fleet.audit.Books.Payment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The provider's ledger is the truth about money: one charge per payment that succeeded, none for
/// any other, and what we say went back went back there.
final class PaymentsAndProvider implements Check {

  @Override
  public String name() {
    return "payments and provider";
  }

  @Override
  public List<Drift> of(Books books) {
    List<Drift> drifts = new ArrayList<>();
    Map<String, List<Charge>> charges =
        new HashMap<>(
            Books.byKey(books.charges(), Charge::id).values().stream()
                .filter(charge -> !charge.state().equals("VOIDED"))
                .collect(Collectors.groupingBy(Charge::paymentId)));
    Map<String, Long> givenBack =
        books.givenBack().stream()
            .collect(
                Collectors.groupingBy(
                    GivenBack::chargeId, Collectors.summingLong(GivenBack::amount)));
    for (Payment payment : books.paymentsByOrder().values()) {
      List<Charge> made = charges.getOrDefault(payment.id(), List.of());
      charges.remove(payment.id());
      for (String complaint : complaints(payment, made, givenBack)) {
        drifts.add(
            new Drift(
                name(),
                books.companyOf(payment.orderId()),
                payment.id(),
                complaint + "; provider: " + made));
      }
    }
    charges.forEach(
        (paymentId, strangers) ->
            drifts.add(
                new Drift(
                    name(),
                    Drift.NOBODY,
                    paymentId.isEmpty() ? "a charge" : paymentId,
                    "the provider took money for no payment of ours: " + strangers)));
    return drifts;
  }

  private static List<String> complaints(
      Payment payment, List<Charge> made, Map<String, Long> givenBack) {
    List<String> found = new ArrayList<>();
    List<Charge> captured = made.stream().filter(charge -> charge.captured() > 0).toList();
    if (captured.size() > 1) {
      found.add("charged " + captured.size() + " times");
    }
    if (payment.succeeded() && payment.atProvider()) {
      long taken = captured.isEmpty() ? 0 : captured.getFirst().captured();
      if (taken != payment.captured()) {
        found.add("took " + payment.captured() + ", the provider " + taken);
      }
      long atProvider =
          made.stream().mapToLong(charge -> givenBack.getOrDefault(charge.id(), 0L)).sum();
      if (atProvider != payment.returnedThere()) {
        found.add("gave back " + payment.returnedThere() + ", the provider " + atProvider);
      }
    }
    if (!payment.succeeded() && payment.settled() && !made.isEmpty()) {
      found.add("is " + payment.status() + ", but the provider holds or took money");
    }
    return found;
  }
}
