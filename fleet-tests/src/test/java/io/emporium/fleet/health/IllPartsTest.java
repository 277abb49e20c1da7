package io.emporium.fleet.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IllPartsTest {
  @Test
  void namesThePartThatIsDown() {
    var body =
        """
        {"status":"DOWN","components":{"rabbit":{"status":"UP"},"mongo":{"status":"DOWN"}}}""";

    assertThat(IllParts.of(body)).isEqualTo(", mongo DOWN");
    assertThat(IllParts.of("<html>")).isEmpty();
    assertThat(IllParts.of("")).isEmpty();
  }
}
