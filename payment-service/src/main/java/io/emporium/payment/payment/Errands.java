package io.emporium.payment.payment;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Goes to the providers without making anybody wait. What it does not get done, the next sweep
/// finds.
@Component
public class Errands implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Errands.class);

  private final AttendPayment attend;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  Errands(AttendPayment attend) {
    this.attend = attend;
  }

  /// Does what is due for a payment, unless that is being done already.
  public void soon(String paymentId) {
    go(paymentId, false);
  }

  void evenEarly(String paymentId) {
    go(paymentId, true);
  }

  private void go(String paymentId, boolean evenEarly) {
    if (running.add(paymentId)) {
      threads.execute(() -> attend(paymentId, evenEarly));
    }
  }

  private void attend(String paymentId, boolean evenEarly) {
    try {
      attend.handle(paymentId, evenEarly);
    } catch (RuntimeException e) {
      log.error("payment {} could not be attended to; the next sweep tries again", paymentId, e);
    } finally {
      running.remove(paymentId);
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
