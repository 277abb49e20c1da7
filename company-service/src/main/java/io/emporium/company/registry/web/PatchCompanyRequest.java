package io.emporium.company.registry.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record PatchCompanyRequest(@NotBlank @Size(max = 120) String name) {}
