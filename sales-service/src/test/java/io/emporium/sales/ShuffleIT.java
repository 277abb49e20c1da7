package io.emporium.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.order.OrderConfirmed;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.simulation.Shuffled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Everything that the saga is told comes three times and shuffled, over a real broker.
@ServiceTest
class ShuffleIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void everySeedEndsAsTheCleanRunDoes() {
    Shuffled.forEverySeed(this::endsAsTheCleanRunDoes);
  }

  private void endsAsTheCleanRunDoes(Random random) {
    Story story = new Story(api, broker).told();
    String id = story.placed();
    // Stock and payment answer independently of each other; the deduction is asked for afterwards.
    List<Message> independent =
        new ArrayList<>(List.of(story.held(id), story.opened(id), story.paid(id)));
    Collections.shuffle(independent, random);
    List<Envelope<? extends Message>> before = envelopes(story, independent);

    Shuffled.threeTimes(before, random).forEach(broker::deliver);
    story.awaitStatus(id, "confirmed");
    List<Envelope<? extends Message>> all = envelopes(story, List.of(story.deducted(id)));
    all.addAll(before);
    Shuffled.threeTimes(all, random).forEach(broker::deliver);
    story.awaitEvent(id, "stock_deducted");
    String marker = story.confirmed();

    assertThat(story.buyer().get("/api/orders/" + id).text("/status")).isEqualTo("confirmed");
    assertThat(story.buyer().get("/api/orders/" + id).text("/payment/status")).isEqualTo("paid");
    assertThat(broker.published(OrderConfirmed.class, e -> e.order().orderId().equals(id)))
        .hasSize(1);
    assertThat(broker.published(RefundPayment.class, e -> e.orderId().equals(id))).isEmpty();
    assertThat(broker.published(DeductStock.class, e -> e.orderId().equals(id))).isNotEmpty();
    assertThat(marker).isNotEqualTo(id);
  }

  private static List<Envelope<? extends Message>> envelopes(Story story, List<Message> messages) {
    List<Envelope<? extends Message>> envelopes = new ArrayList<>();
    for (Message message : messages) {
      envelopes.add(TestBroker.envelope(UUID.randomUUID().toString(), story.company, 1, message));
    }
    return envelopes;
  }
}
