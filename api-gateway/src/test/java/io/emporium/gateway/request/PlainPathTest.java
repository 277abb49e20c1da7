package io.emporium.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/api/auth/login, /api/auth/login",
    "/api/auth/%6Cogin, /api/auth/login",
    "/api/products/a%20b, /api/products/a b",
    "/api/products/caf%C3%A9, /api/products/café",
    "/api/products/v1.2, /api/products/v1.2"
  })
  void isReadAsServicesReadIt(String raw, String read) {
    assertThat(PlainPath.of(raw)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a;b", "/a\\b", "//a", "/a//b", "/./a", "/a/../b", "/a/.", "/a/..", "/a b", "/a\u0000",
        "/%2f", "/%2F", "/%5c", "/%3B", "/%2e%2e/a", "/%25", "/%0a", "/%7f", "/%zz", "/%2"
      })
  void isRefusedWhenItCanBeReadInTwoWays(String raw) {
    assertThat(PlainPath.of(raw)).isNull();
  }
}
