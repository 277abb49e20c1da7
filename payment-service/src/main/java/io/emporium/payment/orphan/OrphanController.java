package io.emporium.payment.orphan;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The list that must be empty.
@RestController
@RequestMapping("/api/payments/orphans")
class OrphanController {

  private final Orphans orphans;

  OrphanController(Orphans orphans) {
    this.orphans = orphans;
  }

  @GetMapping
  Page<OrphanResponse> list(Caller caller, @Sortable("_id") PageQuery page) {
    return orphans.page(caller, page);
  }

  @PostMapping("/{id}/close")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(
      Caller caller, @PathVariable String id, @Valid @RequestBody CloseOrphanRequest request) {
    orphans.close(caller, id, request.reason().strip());
  }
}
