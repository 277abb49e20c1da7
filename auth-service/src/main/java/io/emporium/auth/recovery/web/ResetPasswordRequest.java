package io.emporium.auth.recovery.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record ResetPasswordRequest(
    @NotBlank @Size(max = 200) String token,
    @NotNull @Size(min = 8, max = 128) String newPassword) {}
