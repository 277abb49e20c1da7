package io.emporium.auth.recovery.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record VerifyEmailRequest(@NotBlank @Size(max = 200) String token) {}
