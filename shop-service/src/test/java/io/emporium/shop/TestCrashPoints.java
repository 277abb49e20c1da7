package io.emporium.shop;

import io.emporium.kit.crash.CrashPoints;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.stereotype.Component;

/// Stops whoever reaches an armed point, once. Before the acknowledgement that means: the broker
/// delivers again.
@Component
class TestCrashPoints implements CrashPoints {

  static final String BEFORE_ACK = "consumer.before-ack";
  static final String BEFORE_WRITE = "store.before-write";

  private final Set<String> armed = ConcurrentHashMap.newKeySet();

  void at(String point) {
    armed.add(point);
  }

  boolean happened(String point) {
    return !armed.contains(point);
  }

  @Override
  public void reached(String point) {
    if (armed.remove(point)) {
      throw new ImmediateRequeueAmqpException("died at " + point);
    }
  }
}
