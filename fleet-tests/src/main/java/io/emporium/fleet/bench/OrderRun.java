package io.emporium.fleet.bench;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Orders placed, paid and awaited by a number of customers at once.
final class OrderRun {

  private final Latencies accepted = new Latencies();
  private final Latencies confirmed = new Latencies();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final List<String> productIds;
  private final List<Api> customers;
  private final Confirmations confirmations;
  private double seconds;

  OrderRun(List<String> productIds, List<Api> customers, Confirmations confirmations) {
    this.confirmations = confirmations;
    this.productIds = productIds;
    this.customers = customers;
  }

  /// One worker per customer.
  OrderRun place(int orders) {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (Api customer : customers) {
      workers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    int number;
                    while ((number = next.getAndIncrement()) < orders) {
                      attempt(customer, productIds.get(number % productIds.size()));
                    }
                  }));
    }
    workers.forEach(OrderRun::join);
    seconds = (System.nanoTime() - start) / 1e9;
    return this;
  }

  private void attempt(Api customer, String productId) {
    try {
      one(customer, productId);
    } catch (RuntimeException e) {
      errors.add(String.valueOf(e.getMessage()));
    }
  }

  private void one(Api customer, String productId) {
    long start = System.nanoTime();
    Answer order =
        customer
            .post(
                "/api/orders",
                Map.of("items", List.of(Map.of("productId", productId, "quantity", 1))))
            .expect(201);
    accepted.add(start);
    String id = order.text("/id");
    long paying = System.nanoTime();
    customer
        .post(
            "/api/payments/process",
            Map.of("orderId", id, "provider", "stripe", "paymentMethod", "pm_card_visa"))
        .expect(200);
    confirmations.await(id);
    confirmed.add(paying);
  }

  Latencies accepted() {
    return accepted;
  }

  Latencies confirmed() {
    return confirmed;
  }

  double perSecond() {
    return confirmed.count() / seconds;
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
