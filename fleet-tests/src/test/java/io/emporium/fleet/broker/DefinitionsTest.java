package io.emporium.fleet.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DefinitionsTest {
  /// The worked example of RabbitMQ's documentation on passwords.
  @Test
  void hashesAsRabbitMqDocumentsIt() {
    var salt = HexFormat.of().parseHex("908dc60a");

    assertThat(Definitions.hash(salt, "test12"))
        .isEqualTo("kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR");
  }

  @Test
  void holdsNoPasswordInTheClear() {
    var json = Definitions.json("admin", "very # \"secret\"");

    assertThat(json).doesNotContain("secret");
    assertThat(JsonMapper.shared().readTree(json).path("users").get(0).path("name").asString())
        .isEqualTo("admin");
  }
}
