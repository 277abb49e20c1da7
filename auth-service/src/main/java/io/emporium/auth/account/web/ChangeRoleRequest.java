package io.emporium.auth.account.web;

import io.emporium.kit.security.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ChangeRoleRequest(
    @NotNull Role role,
    @Nullable @Size(max = 100) List<@NotBlank @Size(max = 64) String> shopIds) {}
