package io.emporium.shop.web;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.shop.registry.AssignStaff;
import io.emporium.shop.registry.Shop;
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
  StaffResponse list(Caller caller, @PathVariable String id) {
    return answer(shops.get(caller.scope(), id));
  }

  @PostMapping
  StaffResponse assign(
      Caller caller, @PathVariable String id, @Valid @RequestBody AssignStaffRequest request) {
    return answer(assign.handle(caller.scope(), request.toCommand(id)));
  }

  @DeleteMapping("/{userId}")
  ResponseEntity<Void> dismiss(
      Caller caller, @PathVariable String id, @PathVariable String userId) {
    var _ = shops.change(caller.scope(), id, shop -> shop.dismiss(userId));
    return ResponseEntity.noContent().build();
  }

  private static StaffResponse answer(Shop shop) {
    return new StaffResponse(shop.id(), shop.staff());
  }
}
