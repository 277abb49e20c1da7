package io.emporium.kit.testing;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.context.SmartLifecycle;

/// Empties the service's queues before its consumers start: what another test run left there is
/// none of this one's business.
final class FreshQueues implements SmartLifecycle {

  private final AmqpAdmin admin;
  private final Declarables topology;
  private volatile boolean running;

  FreshQueues(AmqpAdmin admin, Declarables topology) {
    this.admin = admin;
    this.topology = topology;
  }

  @Override
  public void start() {
    ((RabbitAdmin) admin).initialize();
    for (Queue queue : topology.getDeclarablesByType(Queue.class)) {
      if (queue.isDurable()) {
        var _ = admin.purgeQueue(queue.getName());
      }
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  // Before the relay and the consumers.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 20_000;
  }
}
