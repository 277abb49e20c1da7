package io.emporium.company.registry.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record SuspendCompanyRequest(@NotBlank @Size(max = 500) String reason) {}
