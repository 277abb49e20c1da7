package io.emporium.fleet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortShiftTest {
  private final PortShift shift = new PortShift(100);

  @Test
  void movesEveryAddressOfTheFleetOnThisMachine() {
    var settings =
        shift.of(
            new Settings(
                Map.of(
                    "EMPORIUM_MONGODB_URI", "mongodb://127.0.0.1:27017",
                    "STRIPE_API_BASE", "http://127.0.0.1:8090/stripe",
                    "DEBT_SERVICE_URL", "http://localhost:8012",
                    "SMTP_PORT", "3025",
                    "RABBITMQ_PORT", "5672")));

    assertThat(settings.values())
        .isEqualTo(
            Map.of(
                "EMPORIUM_MONGODB_URI", "mongodb://127.0.0.1:27117",
                "STRIPE_API_BASE", "http://127.0.0.1:8190/stripe",
                "DEBT_SERVICE_URL", "http://localhost:8112",
                "SMTP_PORT", "3125",
                "RABBITMQ_PORT", "5772"));
  }

  @Test
  void leavesOtherMachinesAndOtherPortsAlone() {
    var values =
        Map.of(
            "STRIPE_API_BASE", "https://api.stripe.com",
            "EMPORIUM_MONGODB_URI", "mongodb://db.example:27017",
            "PROXY", "http://127.0.0.1:3128");

    assertThat(shift.of(new Settings(values)).values()).isEqualTo(values);
  }
}
