package io.emporium.inventory.movement.web;

import io.emporium.inventory.movement.Ledger;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/inventory/v1/movements")
class MovementController {

  private final Ledger ledger;

  MovementController(Ledger ledger) {
    this.ledger = ledger;
  }

  @GetMapping
  Page<MovementResponse> list(
      Caller caller,
      MovementQuery query,
      @RequestParam(required = false) @Nullable String after,
      @Sortable("occurredAt") PageQuery page) {
    return ledger
        .read(caller.companyScope(), query.toFilter(), page, after)
        .map(MovementResponse::from);
  }
}
