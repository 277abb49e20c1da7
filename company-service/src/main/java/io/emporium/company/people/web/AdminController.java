package io.emporium.company.people.web;

import io.emporium.company.people.People;
import io.emporium.company.registry.Company;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who administers a company. They are made and unmade where accounts are, in auth-service.
@RestController
@RequestMapping("/api/companies/{id}/admins")
class AdminController {

  private final AggregateStore<Company> companies;
  private final People people;

  AdminController(AggregateStore<Company> companies, People people) {
    this.companies = companies;
    this.people = people;
  }

  @GetMapping
  Page<AdminResponse> list(
      Caller caller, @PathVariable String id, @Sortable({"email", "active"}) PageQuery page) {
    Company company = companies.get(caller.companyScope(), id);
    return people.admins(company.id(), page).map(AdminResponse::from);
  }
}
