package io.emporium.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductPriceChanged;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The catalogue changes while a cart is checked out. Whoever is first, the customer pays the price
/// that was seen, or does not buy.
@ServiceTest
class CatalogueRaceIT {

  private static final int INTERLEAVINGS = Integer.getInteger("race.interleavings", 50);
  private static final int AT_ONCE = 8;

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Replicas replicas;

  @Test
  void aPriceThatChangesMeanwhileIsNeverChargedUnseen() {
    Map<String, Integer> ends =
        race(story -> new ProductPriceChanged(story.product("published", 2_999)));

    assertThat(ends.keySet()).isSubsetOf("placed 1999 -", "rejected 1999 price_changed");
  }

  @Test
  void aProductThatIsDeletedMeanwhileIsSoldOrRefused() {
    Map<String, Integer> ends = race(story -> new ProductDeleted(story.product("deleted", 1_999)));

    assertThat(ends.keySet()).isSubsetOf("placed 1999 -", "rejected 1999 product_not_available");
  }

  private Map<String, Integer> race(Function<Story, Message> change) {
    Map<String, Integer> ends = new TreeMap<>();
    List<Future<String>> races = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int n = 0; n < INTERLEAVINGS; n++) {
        boolean changeFirst = n % 2 == 0;
        races.add(threads.submit(() -> race(story(), change, changeFirst)));
      }
    }
    // All are done: the threads were closed.
    races.forEach(one -> ends.merge(one.resultNow(), 1, Integer::sum));
    return ends;
  }

  // A cart that overtook all news of its product would wait in the retry queue, and race nobody.
  private Story story() {
    return replicas.known(new Story(api, broker).told());
  }

  private String race(Story story, Function<Story, Message> change, boolean changeFirst) {
    String id = UUID.randomUUID().toString();
    Runnable changes = () -> story.news(story.product, 3, change.apply(story));
    Runnable checksOut = () -> new Carts(story).checkOut(id, 1_999);
    (changeFirst ? changes : checksOut).run();
    (changeFirst ? checksOut : changes).run();
    TestResponse order =
        await()
            .atMost(Duration.ofSeconds(40))
            .until(() -> story.buyer().get("/api/orders/" + id), answer -> answer.status() == 200);
    return order.text("/status")
        + " "
        + order.json().at("/total/amount")
        + " "
        + order.json().path("reason").asString("-");
  }
}
