package io.emporium.fleet.it;

import static org.awaitility.Awaitility.await;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Customers who try again with the same idempotency key until the platform answers, as a good
/// client does.
final class PatientBuyers {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<Api> customers;
  private final List<String> products;
  private final Map<String, Api> accepted = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  PatientBuyers(List<Api> customers, List<String> products) {
    this.customers = customers;
    this.products = products;
  }

  void start(int orders) {
    AtomicInteger next = new AtomicInteger();
    for (Api customer : customers) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    int number;
                    while ((number = next.getAndIncrement()) < orders) {
                      buy(customer, products.get(number % products.size()));
                    }
                  }));
    }
  }

  private void buy(Api customer, String product) {
    try {
      String orderId =
          persist(
                  201,
                  key ->
                      customer.post(
                          "/api/orders",
                          Map.of("items", List.of(Map.of("productId", product, "quantity", 1))),
                          "Idempotency-Key",
                          key))
              .text("/id");
      accepted.put(orderId, customer);
      var _ =
          persist(
              200,
              key ->
                  customer.post(
                      "/api/payments/process",
                      Map.of(
                          "orderId", orderId,
                          "provider", "stripe",
                          "paymentMethod", "pm_card_visa"),
                      "Idempotency-Key",
                      key));
    } catch (RuntimeException e) {
      failures.add(String.valueOf(e.getMessage()));
    }
  }

  private interface Attempt {
    Answer with(String idempotencyKey);
  }

  // A refusal for now (being started, being retried, not yet ready) and a broken connection are
  // tried
  // again; any other answer counts.
  private static Answer persist(int expected, Attempt attempt) {
    String key = UUID.randomUUID().toString();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Answer answer = orNothing(() -> attempt.with(key));
      boolean again = answer.status() == 0 || answer.status() >= 500 || answer.status() == 409;
      if (!again || System.nanoTime() > deadline) {
        return answer.expect(expected);
      }
      pause();
    }
  }

  private static Answer orNothing(Supplier<Answer> attempt) {
    try {
      return attempt.get();
    } catch (UncheckedIOException e) {
      return new Answer("request", 0, String.valueOf(e.getMessage()), "none");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitAccepted(int orders) {
    await().atMost(PATIENCE).until(() -> accepted.size() >= orders || !failures.isEmpty());
  }

  void awaitDone() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  Map<String, Api> accepted() {
    return accepted;
  }

  List<String> failures() {
    return List.copyOf(failures);
  }
}
