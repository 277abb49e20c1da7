package io.emporium.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFactsTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 203.0.113.9",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
    "2001:db8:1:2:0:0:0:1, 2001:db8:1:2",
    "unknown, unknown"
  })
  void knowTheNetworkOfAnAddress(String address, String network) {
    assertThat(new RequestFacts("c", address, "http", "/").network()).isEqualTo(network);
  }
}
