package io.emporium.shop.web;

import io.emporium.shop.registry.AssignStaff;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record AssignStaffRequest(
    @NotBlank @Size(max = 64) String userId,
    @NotNull @Pattern(regexp = "shop_manager|shop_staff") String role) {

  AssignStaff.Command toCommand(String shopId) {
    return new AssignStaff.Command(shopId, userId, role);
  }
}
