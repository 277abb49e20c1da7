package io.emporium.company.registry.web;

import io.emporium.company.registry.CloseCompany;
import io.emporium.company.registry.Company;
import io.emporium.company.registry.CompanyName;
import io.emporium.company.registry.CompanyStatus;
import io.emporium.company.registry.RegisterCompany;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies")
class CompanyController {

  private static final int LONGEST_SEARCH = 64;

  private final RegisterCompany register;
  private final CloseCompany close;
  private final AggregateStore<Company> companies;
  private final Clock clock;

  CompanyController(
      RegisterCompany register,
      CloseCompany close,
      AggregateStore<Company> companies,
      Clock clock) {
    this.register = register;
    this.close = close;
    this.companies = companies;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<CompanyResponse> create(@Valid @RequestBody RegisterCompanyRequest request) {
    Company company = register.handle(request.toCommand());
    return ResponseEntity.created(URI.create("/api/companies/" + company.id()))
        .eTag(EntityTag.of(company.version()))
        .body(CompanyResponse.from(company));
  }

  /// @param search how the name begins, whatever its case and accents
  @GetMapping
  Page<CompanyResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String search,
      @Sortable({"createdAt", "name", "status"}) PageQuery page) {
    Document filter = new Document();
    if (status != null) {
      filter.append("status", statusOf(status).name());
    }
    if (search != null) {
      filter.append("nameKey", beginningWith(search));
    }
    return companies.page(caller.companyScope(), filter, page).map(CompanyResponse::from);
  }

  @GetMapping("/mine")
  ResponseEntity<CompanyResponse> mine(Caller caller) {
    return answer(companies.get(caller.companyScope(), caller.requireCompany()));
  }

  @GetMapping("/{id}")
  ResponseEntity<CompanyResponse> read(Caller caller, @PathVariable String id) {
    return answer(companies.get(caller.companyScope(), id));
  }

  @PatchMapping("/{id}")
  ResponseEntity<CompanyResponse> rename(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchCompanyRequest request) {
    return change(caller, id, ifMatch, company -> company.rename(request.name().strip()));
  }

  @PatchMapping("/{id}/settings")
  ResponseEntity<CompanyResponse> changeSettings(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchSettingsRequest request) {
    return change(
        caller, id, ifMatch, company -> company.changeSettings(request.over(company.settings())));
  }

  @PostMapping("/{id}/suspend")
  ResponseEntity<CompanyResponse> suspend(
      Caller caller, @PathVariable String id, @Valid @RequestBody SuspendCompanyRequest request) {
    return change(caller, id, null, company -> company.suspend(request.reason(), clock.instant()));
  }

  @PostMapping("/{id}/activate")
  ResponseEntity<CompanyResponse> activate(Caller caller, @PathVariable String id) {
    return change(caller, id, null, Company::activate);
  }

  @PostMapping("/{id}/close")
  ResponseEntity<CompanyResponse> close(Caller caller, @PathVariable String id) {
    return answer(close.handle(caller.companyScope(), id));
  }

  private ResponseEntity<CompanyResponse> change(
      Caller caller, String id, @Nullable String ifMatch, Function<Company, Outcome> command) {
    return answer(companies.change(caller.companyScope(), id, EntityTag.version(ifMatch), command));
  }

  private static CompanyStatus statusOf(String status) {
    return switch (status) {
      case "active" -> CompanyStatus.ACTIVE;
      case "suspended" -> CompanyStatus.SUSPENDED;
      case "closed" -> CompanyStatus.CLOSED;
      default -> throw Refusal.invalid("status", "must be active, suspended or closed");
    };
  }

  // A range, not a pattern: nothing that a caller sends is run as a regular expression.
  private static Document beginningWith(String search) {
    if (search.isBlank() || search.length() > LONGEST_SEARCH) {
      throw Refusal.invalid("search", "must have 1 to " + LONGEST_SEARCH + " characters");
    }
    String key = CompanyName.key(search);
    return new Document("$gte", key).append("$lt", key + Character.MAX_VALUE);
  }

  private static ResponseEntity<CompanyResponse> answer(Company company) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(company.version()))
        .body(CompanyResponse.from(company));
  }
}
