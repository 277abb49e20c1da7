package io.emporium.payment.payment;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.payment.payment.PaymentGateway.Availability;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Finds payments whose provider has to be asked: charges written down and never answered, silence,
/// captures, refunds. A silent provider is asked about one payment now and then, however long that
/// one would wait by itself; a provider that comes back is asked about everything at once.
@Component
class SweepPayments {

  private static final Document DUE = new Document("due", true);
  // About what is being charged, or is reserved and left alone, there is nothing to ask early.
  private static final List<Document> OPEN =
      List.of(
          new Document(
              "status",
              new Document(
                  "$nin",
                  List.of(PaymentStatus.PROCESSING.name(), PaymentStatus.AUTHORIZED.name()))),
          new Document("capture.status", Capture.Status.PENDING.name()));

  private final Map<Provider, Availability> lastSeen = new EnumMap<>(Provider.class);
  private final Map<Provider, Instant> nextProbe = new EnumMap<>(Provider.class);
  private final AggregateStore<Payment> payments;
  private final Gateways gateways;
  private final Errands errands;
  private final Timing timing;

  SweepPayments(
      AggregateStore<Payment> payments, Gateways gateways, Errands errands, Timing timing) {
    this.payments = payments;
    this.gateways = gateways;
    this.errands = errands;
    this.timing = timing;
  }

  @Scheduled(fixedDelayString = "${emporium.payment.sweep-every:500ms}")
  void sweep() {
    Document late = new Document(DUE).append("nextAskAt", new Document("$lte", timing.now()));
    find(late, PageQuery.MAX_SIZE).forEach(payment -> errands.soon(payment.id()));
    gateways.all().forEach(this::watch);
  }

  private void watch(PaymentGateway gateway) {
    Availability now = gateway.availability();
    Availability before = lastSeen.put(gateway.provider(), now);
    switch (now) {
      case UP -> {
        if (before != null && before != Availability.UP) {
          askAbout(gateway.provider(), PageQuery.MAX_SIZE);
        }
      }
      case PROBING -> {
        if (isTimeToProbe(gateway.provider())) {
          askAbout(gateway.provider(), 1);
        }
      }
      case DOWN -> {}
    }
  }

  private boolean isTimeToProbe(Provider provider) {
    Instant now = timing.now();
    Instant next = nextProbe.get(provider);
    if (next != null && now.isBefore(next)) {
      return false;
    }
    nextProbe.put(provider, now.plus(timing.probeEvery()));
    return true;
  }

  private void askAbout(Provider provider, int most) {
    Document open =
        new Document(DUE).append("attempt.request.provider", provider.name()).append("$or", OPEN);
    find(open, most).forEach(payment -> errands.evenEarly(payment.id()));
  }

  private List<Payment> find(Document filter, int most) {
    return payments.list(
        Scope.platform(), filter, PageQuery.first(most).sortedBy("nextAskAt", true));
  }
}
