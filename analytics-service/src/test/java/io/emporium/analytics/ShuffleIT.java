package io.emporium.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.simulation.BadDay;
import io.emporium.kit.testing.simulation.Shuffled;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The news of a day, each three times and in any order: the dashboard shows the figures of the
/// clean run. Each sale is shown live once; a refund only when the shop is known by then.
@ServiceTest
class ShuffleIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private BadDay badDay;

  @Test
  void theFiguresAreThoseOfTheCleanRun() {
    Selling clean = Selling.fresh();
    badDay.deliverCalmly(dayOf(clean));
    String figures = clean.figures(api);
    assertThat(figures)
        .contains("\"placed\":6,\"confirmed\":3,\"cancelled\":1,\"rejected\":1,\"expired\":1")
        .contains("\"available\":4")
        .contains("Asia/Tokyo");

    Shuffled.forEverySeed(random -> endsLike(figures, random));
  }

  private void endsLike(String figures, Random random) {
    Selling selling = Selling.fresh();

    badDay.deliver(dayOf(selling), random);

    assertThat(selling.figures(api)).isEqualTo(figures);
    for (String sold :
        List.of(selling.order("sold"), selling.order("returned"), selling.order("reserved"))) {
      await().untilAsserted(() -> assertThat(shown(sold)).hasSize(1));
    }
  }

  private List<Envelope<Broadcast>> shown(String order) {
    return broker.published(
        Broadcast.class, e -> e.kind().equals("sale") && order.equals(e.payload().get("orderId")));
  }

  private static List<Envelope<? extends Message>> dayOf(Selling selling) {
    SampleCompany company = SampleCompany.of(selling.company());
    String sold = selling.order("sold");
    String returned = selling.order("returned");
    String reserved = selling.order("reserved");
    String cancelled = selling.order("cancelled");
    String rejected = selling.order("rejected");
    String expired = selling.order("expired");
    return List.of(
        selling.news(company.id(), 1, new CompanyCreated(company.snapshot())),
        selling.news(
            company.id(),
            2,
            new CompanySettingsChanged(company.in(ZoneId.of("Asia/Tokyo")).snapshot())),
        selling.news(sold, 1, selling.placed(sold)),
        selling.news(sold, 2, selling.sold(sold, 3)),
        selling.news(sold, 3, selling.refunded(sold, "part-of-", 595)),
        selling.news(returned, 1, selling.placed(returned)),
        selling.news(returned, 2, selling.sold(returned, 1)),
        selling.news(returned, 3, selling.refunded(returned, "some-of-", 190)),
        selling.news(returned, 4, selling.refunded(returned, "rest-of-", 1_000)),
        selling.news(reserved, 1, selling.placed(reserved)),
        selling.news(reserved, 2, selling.sold(reserved, 1)),
        selling.news(reserved, 3, selling.captured(reserved, 595)),
        selling.news(reserved, 4, selling.refunded(reserved, "some-of-", 119)),
        selling.news(cancelled, 1, selling.placed(cancelled)),
        selling.news(cancelled, 2, selling.cancelled(cancelled)),
        selling.news(rejected, 1, selling.placed(rejected)),
        selling.news(rejected, 2, selling.rejected(rejected)),
        selling.news(expired, 1, selling.placed(expired)),
        selling.news(expired, 2, selling.expired(expired)),
        selling.news(selling.warehouse(), 1, selling.stocked(0)),
        selling.news(selling.warehouse(), 2, selling.back(9)),
        selling.news(selling.warehouse(), 3, selling.low(5)),
        selling.news(selling.warehouse(), 4, selling.stocked(50)),
        selling.news(selling.warehouse(), 5, selling.stocked(4)));
  }
}
