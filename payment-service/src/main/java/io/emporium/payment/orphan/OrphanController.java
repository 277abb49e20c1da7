package io.emporium.payment.orphan;

import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.web.Sortable;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.webhook.ProviderEvent;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The list that must be empty.
@RestController
class OrphanController {

  private final AggregateStore<Payment> payments;
  private final SharedStore<ProviderEvent> events;

  OrphanController(AggregateStore<Payment> payments, SharedStore<ProviderEvent> events) {
    this.payments = payments;
    this.events = events;
  }

  @GetMapping("/api/payments/orphans")
  Page<OrphanResponse> list(Caller caller, @Sortable("_id") PageQuery page) {
    Document orphans = new Document("orphan", true);
    List<OrphanResponse> items = new ArrayList<>();
    payments
        .list(caller.companyScope(), orphans, page)
        .forEach(payment -> items.add(OrphanResponse.from(payment)));
    long total = payments.count(caller.companyScope(), orphans);
    Page<ProviderEvent> strangers = events.page(strangers(caller), page);
    strangers.items().forEach(event -> items.add(OrphanResponse.from(event)));
    total += strangers.totalItems();
    return Page.of(items, page, total);
  }

  // What names no payment belongs to no company.
  private static Document strangers(Caller caller) {
    Document strangers = new Document("state", ProviderEvent.State.ORPHAN.name());
    return caller.role() == Role.SUPER_ADMIN
        ? strangers
        : strangers.append("companyId", caller.requireCompany());
  }
}
