package io.emporium.payment.orphan;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.Timing;
import io.emporium.payment.webhook.ProviderEvent;
import io.emporium.payment.webhook.ProviderEvent.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Money that is where it does not belong: what our payments know of, then what providers told of
/// and no payment did.
@Component
class Orphans {

  private static final PageQuery ONE = PageQuery.first(1);

  private final AggregateStore<Payment> payments;
  private final SharedStore<ProviderEvent> events;
  private final Timing timing;

  Orphans(AggregateStore<Payment> payments, SharedStore<ProviderEvent> events, Timing timing) {
    this.payments = payments;
    this.events = events;
    this.timing = timing;
  }

  Page<OrphanResponse> page(Caller caller, PageQuery query) {
    Document orphan = new Document("orphan", true);
    Document told = told(caller, State.ORPHAN);
    List<OrphanResponse> items = new ArrayList<>();
    payments
        .list(caller.companyScope(), orphan, query)
        .forEach(payment -> items.add(OrphanResponse.from(payment)));
    long ours = payments.count(caller.companyScope(), orphan);
    long from = Math.max(0, (long) query.page() * query.size() - ours);
    if (items.size() < query.size()) {
      told(told, query, from).stream()
          .limit(query.size() - items.size())
          .forEach(event -> items.add(OrphanResponse.from(event)));
    }
    return Page.read(items, query, () -> ours + events.page(told, query).totalItems());
  }

  // Where the one list ends the other begins, which is rarely where a page does.
  private List<ProviderEvent> told(Document filter, PageQuery query, long from) {
    int page = Math.toIntExact(from / query.size());
    List<ProviderEvent> found = new ArrayList<>();
    for (int next = page; next <= page + 1; next++) {
      found.addAll(events.list(filter, new PageQuery(next, query.size(), query.sort())));
    }
    return found.stream().skip(from % query.size()).toList();
  }

  /// @param id of the payment, or of the provider's notification
  /// @throws Refusal not found, also for a foreign one; conflict, when it is for a refund
  void close(Caller caller, String id, String why) {
    Optional<Payment> payment = payments.find(caller.companyScope(), id);
    if (payment.isPresent()) {
      var _ =
          payments.change(caller.companyScope(), id, found -> found.closeStray(why, timing.now()));
      return;
    }
    Document closed =
        new Document("by", caller.userId()).append("why", why).append("at", timing.now());
    Document change = new Document("state", State.CLOSED.name()).append("closed", closed);
    Document open = told(caller, State.ORPHAN).append("_id", id);
    boolean done =
        events.update(open, new Document("$set", change)) > 0
            || !events.list(told(caller, State.CLOSED).append("_id", id), ONE).isEmpty();
    if (!done) {
      throw Refusal.notFound("orphan", id);
    }
  }

  // What names no payment belongs to no company.
  private static Document told(Caller caller, State state) {
    Document told = new Document("state", state.name());
    return caller.role() == Role.SUPER_ADMIN
        ? told
        : told.append("companyId", caller.requireCompany());
  }
}
