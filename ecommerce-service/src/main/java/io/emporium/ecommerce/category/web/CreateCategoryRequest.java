package io.emporium.ecommerce.category.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param slug taken from the name when left out
record CreateCategoryRequest(
    @NotBlank @Size(max = 120) String name,
    @Nullable @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String slug,
    @Nullable @Size(max = 64) String parentId) {}
