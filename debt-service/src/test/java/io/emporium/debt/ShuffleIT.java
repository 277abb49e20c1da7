package io.emporium.debt;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.debt.calendar.CompanyCalendar;
import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.simulation.BadDay;
import io.emporium.kit.testing.simulation.Shuffled;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A company that moves from zone to zone; its news come three times, in any order. Its debts are
/// overdue by the day of where it is now.
@ServiceTest
class ShuffleIT {

  /// Where it is a day earlier than in the places that it left, at any hour.
  private static final ZoneId NOW = ZoneId.of("Etc/GMT+12");

  private static final List<ZoneId> BEFORE =
      List.of(ZoneId.of("Etc/GMT-12"), ZoneId.of("Etc/GMT-14"), ZoneId.of("Etc/GMT-13"));

  @Autowired private TestApi api;
  @Autowired private BadDay badDay;
  @Autowired private CompanyCalendar calendar;

  @Test
  void theNewestZoneCounts() {
    Shuffled.forEverySeed(this::owesByTheNewestZone);
  }

  private void owesByTheNewestZone(Random random) {
    String company = UUID.randomUUID().toString();
    badDay.deliver(news(company), random);
    String debt = owe(company, LocalDate.now(NOW));

    assertThat(calendar.zoneOf(company)).isEqualTo(NOW);
    api.as(TestTokens.superAdmin())
        .post(
            "/api/debts/overdue-run",
            Map.of("businessDate", LocalDate.now(BEFORE.getFirst()).toString()))
        .expect(200);
    assertThat(admin(company).get("/api/debts/" + debt).expect(200).text("/status"))
        .isEqualTo("open");
  }

  private static List<Envelope<? extends Message>> news(String company) {
    List<Envelope<? extends Message>> news = new ArrayList<>();
    SampleCompany facts = SampleCompany.of(company);
    news.add(
        TestBroker.envelope(
            company, company, 1, new CompanyCreated(facts.in(BEFORE.getFirst()).snapshot())));
    int version = 2;
    for (ZoneId zone : List.of(BEFORE.get(1), BEFORE.get(2), NOW)) {
      Message moved = new CompanySettingsChanged(facts.in(zone).snapshot());
      news.add(TestBroker.envelope(company, company, version++, moved));
    }
    return news;
  }

  private String owe(String company, LocalDate due) {
    return admin(company)
        .post(
            "/api/debts",
            Map.of(
                "creditor",
                "Bank",
                "principal",
                Map.of("amount", 1_000, "currency", "USD"),
                "instalments",
                1,
                "firstDueOn",
                due.toString()))
        .expect(201)
        .text("/id");
  }

  private TestApi admin(String company) {
    return api.as(TestTokens.companyAdmin(company));
  }
}
