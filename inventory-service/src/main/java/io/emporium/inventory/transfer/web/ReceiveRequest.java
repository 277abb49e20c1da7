package io.emporium.inventory.transfer.web;

import io.emporium.inventory.transfer.Delivery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param last whether nothing more will come; what is still open is missing then
/// @param reason needed when units are missing, damaged, or more than were sent
record ReceiveRequest(
    @Nullable @Size(max = 200) List<@NotNull @Valid CountedLine> lines,
    @Nullable Boolean last,
    @Nullable @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 500)
        String reason) {

  /// @param quantity units fit for the shelf
  record CountedLine(
      @NotBlank @Size(max = 64) String sku,
      @Min(0) @Max(1_000_000) int quantity,
      @Nullable @Min(0) @Max(1_000_000) Integer damaged) {

    private Delivery.Counted toCounted() {
      return new Delivery.Counted(sku.strip(), quantity, Objects.requireNonNullElse(damaged, 0));
    }
  }

  Delivery.Count toCount() {
    List<Delivery.Counted> counted =
        Objects.requireNonNullElse(lines, List.<CountedLine>of()).stream()
            .map(CountedLine::toCounted)
            .toList();
    return new Delivery.Count(counted, Boolean.TRUE.equals(last), reason);
  }
}
