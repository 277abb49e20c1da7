package io.emporium.fleet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.fleet.FleetProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void environmentOverridesLocalFileWhichOverridesDefaults() {
    var settings =
        Settings.merge(
            Map.of("A", "default", "B", "default", "C", "default"),
            Map.of("B", "local", "C", "local"),
            Map.of("C", "environment"));

    assertThat(settings.values())
        .isEqualTo(Map.of("A", "default", "B", "local", "C", "environment"));
  }

  @Test
  void takesOnlyDeclaredNamesFromTheEnvironment() {
    var settings = Settings.merge(Map.of("A", "1"), Map.of(), Map.of("SHELL", "bash"));

    assertThat(settings.values()).containsOnlyKeys("A");
  }

  @Test
  void readsQuotesCommentsExportsAndEmptyValues() {
    var values =
        EnvFile.parse(
            List.of(
                "# a comment",
                "PLAIN=value # trailing",
                "HASH=pass#word",
                "QUOTED=\"two words # kept\"",
                "export EXPORTED='single'",
                "EMPTY=",
                "  SPACED = x  ",
                "URL=mongodb://h/?a=b",
                "not a setting"));

    assertThat(values)
        .containsEntry("PLAIN", "value")
        .containsEntry("HASH", "pass#word")
        .containsEntry("QUOTED", "two words # kept")
        .containsEntry("EXPORTED", "single")
        .containsEntry("EMPTY", "")
        .containsEntry("SPACED", "x")
        .containsEntry("URL", "mongodb://h/?a=b")
        .hasSize(7);
  }

  @Test
  void namesTheSettingThatIsNoPort() {
    var settings = new Settings(Map.of("SMTP_PORT", "mail"));

    assertThatThrownBy(() -> settings.port("SMTP_PORT"))
        .isInstanceOf(FleetProblem.class)
        .hasMessageContaining("SMTP_PORT")
        .hasMessageContaining("mail");
  }
}
