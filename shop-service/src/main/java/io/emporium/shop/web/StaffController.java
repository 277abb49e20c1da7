package io.emporium.shop.web;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.shop.registry.AssignStaff;
import io.emporium.shop.registry.Shop;
import io.emporium.shop.registry.StaffMember;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/shops/{id}/staff")
class StaffController {

  private final AggregateStore<Shop> shops;
  private final AssignStaff assign;

  StaffController(AggregateStore<Shop> shops, AssignStaff assign) {
    this.shops = shops;
    this.assign = assign;
  }

  @GetMapping
  Page<StaffMember> list(Caller caller, @PathVariable String id, PageQuery page) {
    return Page.slice(shops.get(caller.scope(), id).staff(), page);
  }

  @PostMapping
  StaffResponse assign(
      Caller caller, @PathVariable String id, @Valid @RequestBody AssignStaffRequest request) {
    Shop shop = assign.handle(caller.scope(), request.toCommand(id));
    return new StaffResponse(shop.id(), shop.staff());
  }

  @DeleteMapping("/{userId}")
  ResponseEntity<Void> dismiss(
      Caller caller, @PathVariable String id, @PathVariable String userId) {
    var _ = shops.change(caller.scope(), id, shop -> shop.dismiss(userId));
    return ResponseEntity.noContent().build();
  }
}
