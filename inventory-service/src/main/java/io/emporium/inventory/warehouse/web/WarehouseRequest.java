package io.emporium.inventory.warehouse.web;

import io.emporium.inventory.warehouse.Warehouse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param code short, unique within the company; made from the name when left out
record WarehouseRequest(
    @NotBlank @Size(max = 120) String name,
    @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,32}") String code,
    @Nullable @Size(max = 200) List<@NotBlank @Size(max = 64) String> shopIds,
    @Nullable @Size(max = 500) String address) {

  private static final int CODE_LENGTH = 32;

  Warehouse.Details toDetails() {
    return new Warehouse.Details(
        name.strip(),
        code == null ? codeFrom(name) : code,
        Objects.requireNonNullElse(shopIds, List.of()),
        address);
  }

  private static String codeFrom(String name) {
    String code = name.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", "-");
    return code.length() <= CODE_LENGTH ? code : code.substring(0, CODE_LENGTH);
  }
}
