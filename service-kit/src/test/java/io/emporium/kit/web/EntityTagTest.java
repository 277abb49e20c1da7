package io.emporium.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.kit.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

  @Test
  void whatWasGivenOutIsUnderstood() {
    assertThat(EntityTag.version(EntityTag.of(7))).isEqualTo(7L);
    assertThat(EntityTag.version("7")).isEqualTo(7L);
  }

  @Test
  void whoDoesNotInsistNamesNoVersion() {
    assertThat(EntityTag.version(null)).isNull();
    assertThat(EntityTag.version("*")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abc\"", "\"\"", "W/\"7\"", "\"7-gzip\"", "\"99999999999999999999\""})
  void whatIsNotOursMatchesNoVersion(String tag) {
    assertThat(EntityTag.version(tag)).isNegative();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "\"1", "\"1\", \"2\"", "-1"})
  void whatIsNoTagIsRefused(String text) {
    assertThatThrownBy(() -> EntityTag.version(text))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid_request"));
  }
}
