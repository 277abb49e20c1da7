package io.emporium.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "card 4242 4242 4242 4242 please",
        "4242-4242-4242-4242",
        "378282246310005",
        "6304000000000000000",
        "4222222222222",
        "order 7, card:5555.5555.5555.4444.",
        "1234567890123456789012344242424242424242"
      })
  void areFound(String text) {
    assertThat(CardNumbers.occurIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pm_card_visa",
        "4242424242424241",
        "424242424242",
        "call 030 1234567",
        "0198f2c4-7d7e-7c1a-9a5e-2f1f0a0b0c0d"
      })
  void areNotSeenElsewhere(String text) {
    assertThat(CardNumbers.occurIn(text)).isFalse();
  }
}
