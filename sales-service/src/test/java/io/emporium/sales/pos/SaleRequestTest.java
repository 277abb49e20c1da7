package io.emporium.sales.pos;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleRequestTest {

  @ParameterizedTest
  @CsvSource({
    "4242424242424242, 1",
    "4242-4242-4242-4242, 1",
    "slip_4242424242424242, 1",
    "S-17, 0",
    "0198f2c4-7d7e-7c1a-9a5e-2f1f0a0b0c0d, 0"
  })
  void theNumberOfTheSlipIsNotThatOfTheCard(String reference, int violations) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      assertThat(
              factory
                  .getValidator()
                  .validateValue(SaleRequest.Payment.class, "reference", reference))
          .hasSize(violations);
    }
  }
}
