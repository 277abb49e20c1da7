package io.emporium.audit.trail.web;

import io.emporium.audit.trail.Search;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/audit")
class AuditController {

  private final Search search;
  private final JsonMapper mapper;

  AuditController(Search search, JsonMapper mapper) {
    this.search = search;
    this.mapper = mapper;
  }

  @GetMapping
  Page<AuditEntryResponse> list(
      Caller caller,
      @Valid @ModelAttribute AuditSearchRequest request,
      @Sortable({"occurredAt", "receivedAt"}) PageQuery page) {
    return search
        .page(caller.companyScope(), request.toFilter(), page, request.after())
        .map(entry -> AuditEntryResponse.from(entry, mapper));
  }

  @GetMapping("/{id}")
  AuditEntryResponse read(Caller caller, @PathVariable String id) {
    return AuditEntryResponse.from(search.get(caller.companyScope(), id), mapper);
  }

  @GetMapping("/entities/{id}")
  Page<AuditEntryResponse> history(Caller caller, @PathVariable String id, PageQuery page) {
    return search
        .history(caller.companyScope(), id, page)
        .map(entry -> AuditEntryResponse.from(entry, mapper));
  }
}
