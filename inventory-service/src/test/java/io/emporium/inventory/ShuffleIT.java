package io.emporium.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.simulation.Shuffled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The commands of two orders, each three times and shuffled, over a real broker.
@ServiceTest
class ShuffleIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void everySeedEndsAsTheCleanRunDoes() {
    Shuffled.forEverySeed(this::endsAsTheCleanRunDoes);
  }

  private void endsAsTheCleanRunDoes(Random random) {
    Stockroom room = Stockroom.of(api);
    String warehouse = room.warehouse("One");
    room.receive(warehouse, "TEA", 10);
    String returned = Stockroom.order();
    String calledOff = Stockroom.order();
    List<Envelope<? extends Message>> sent = new ArrayList<>();

    // Each step is asked for when the one before was answered; what came before goes on coming.
    deliver(
        room,
        sent,
        random,
        Stockroom.reserve(returned, new StockLine("TEA", 3)),
        Stockroom.reserve(calledOff, new StockLine("TEA", 4)));
    broker.awaitPublished(StockReserved.class, e -> e.orderId().equals(returned));
    broker.awaitPublished(StockReserved.class, e -> e.orderId().equals(calledOff));
    deliver(
        room, sent, random, new DeductStock(returned), new ReleaseStock(calledOff, "called_off"));
    broker.awaitPublished(StockDeducted.class, e -> e.orderId().equals(returned));
    deliver(
        room,
        sent,
        random,
        new RestockItems(
            returned, "restock-" + returned, List.of(new StockLine("TEA", 1)), "returned"));

    broker.awaitPublished(StockRestocked.class, e -> e.orderId().equals(returned));
    await()
        .untilAsserted(
            () -> {
              assertThat(room.figures(warehouse, "TEA")).containsExactly(8L, 0L, 8L);
              assertThat(room.status(returned)).isEqualTo("deducted");
              assertThat(room.status(calledOff)).isEqualTo("released");
              assertThat(room.invariants().at("/clean").asBoolean()).isTrue();
              assertThat(room.invariants().at("/pending").asInt()).isZero();
            });
  }

  private void deliver(
      Stockroom room, List<Envelope<? extends Message>> sent, Random random, Message... commands) {
    for (Message command : commands) {
      sent.add(TestBroker.envelope(UUID.randomUUID().toString(), room.companyId(), 1, command));
    }
    Shuffled.threeTimes(sent, random).forEach(broker::deliver);
  }
}
