package io.emporium.fleet.chaos;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.report.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Customers who order, pay and change their minds, each order after its fate.
final class Buyers {

  private static final int MOST_LOOKS = 300;

  /// One in so many.
  private static final int PAID_WITH_THE_ORDER = 3;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final List<PersistentClient> customers;
  private final List<String> products;
  private final ChaosPlan plan;
  private final Pace pace;
  private final Terminal terminal;
  private final Map<String, PlacedOrder> accepted = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  Buyers(
      List<PersistentClient> customers,
      List<String> products,
      ChaosPlan plan,
      Pace pace,
      Terminal terminal) {
    this.terminal = terminal;
    this.customers = customers;
    this.products = products;
    this.plan = plan;
    this.pace = pace;
  }

  void start() {
    AtomicInteger next = new AtomicInteger();
    for (PersistentClient customer : customers) {
      threads.add(Thread.ofVirtual().start(() -> shop(customer, next)));
    }
  }

  void awaitDone() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  private void shop(PersistentClient customer, AtomicInteger next) {
    int number;
    while ((number = next.getAndIncrement()) < plan.orders()) {
      try {
        pace.awaitTurn(number);
        buy(customer, number);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        failures.add("order number " + number + ": " + e);
      }
    }
  }

  private void buy(PersistentClient customer, int number) throws InterruptedException {
    Random random = new Random(plan.seed() * 31 + number);
    Fate fate = Fate.drawn(random);
    boolean paid = fate.paysFirst() && random.nextInt(PAID_WITH_THE_ORDER) == 0;
    Map<String, Object> order = new HashMap<>();
    String product = products.get(number % products.size());
    order.put("items", List.of(Map.of("productId", product, "quantity", 1)));
    if (paid) {
      order.put("payment", card(fate, random));
    }
    String orderId;
    try {
      orderId = customer.post("/api/orders", order).expect(201).text("/id");
      accepted.put(orderId, new PlacedOrder(orderId, fate));
      terminal.progress("chaos     " + accepted.size() + "/" + plan.orders() + " orders accepted");
    } finally {
      pace.answered();
    }
    if (fate.paysFirst() && !paid) {
      pay(customer, orderId, fate, random).expect(200);
    }
    switch (fate) {
      case PAYS, PAYS_PROVIDER_SILENT, PAYS_PROVIDER_BUSY, CARD_DECLINED -> {
        // The order does the rest.
      }
      case CANCELS_UNPAID, CANCELS_PAID -> cancel(customer, orderId).expect(200);
      case CANCELS_WHILE_PAYING -> {
        // Before it can be paid there is no race.
        awaitPayable(customer, orderId);
        // Paying may be refused because the other was faster.
        Thread paying =
            Thread.ofVirtual().start(() -> tolerated(pay(customer, orderId, fate, random)));
        cancel(customer, orderId).expect(200);
        paying.join();
      }
    }
  }

  private static void awaitPayable(PersistentClient customer, String orderId)
      throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      if (!customer.get("/api/orders/" + orderId).text("/status").equals("placed")) {
        return;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private void tolerated(Answer answer) {
    if (answer.status() != 200 && answer.status() != 409) {
      failures.add(answer.request() + " answered " + answer.status() + ": " + answer.body());
    }
  }

  private static Answer pay(PersistentClient customer, String orderId, Fate fate, Random random) {
    Map<String, Object> body = new HashMap<>(card(fate, random));
    body.put("orderId", orderId);
    return customer.post("/api/payments/process", body);
  }

  private static Map<String, Object> card(Fate fate, Random random) {
    return Map.of("provider", "stripe", "paymentMethod", fate.paymentMethod(random));
  }

  private static Answer cancel(PersistentClient customer, String orderId) {
    return customer.post("/api/orders/" + orderId + "/cancel", Map.of("reason", "changed_mind"));
  }

  Map<String, PlacedOrder> accepted() {
    return accepted;
  }

  List<String> failures() {
    return List.copyOf(failures);
  }
}
