package io.emporium.kit.messaging;

import io.emporium.kit.crash.CrashPoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.ConditionalRejectingErrorHandler;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/// Runs one container per queue.
final class ConsumerContainers implements SmartLifecycle {

  private static final int PREFETCH = 20;
  private static final int ACKNOWLEDGED_TOGETHER = PREFETCH / 2;
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMillis(500);
  private static final Duration NEXT_OF_BATCH = Duration.ofMillis(25);
  private static final Duration WHOLE_BATCH = Duration.ofMillis(100);
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration RECOVERY_INTERVAL = Duration.ofSeconds(1);

  private final ConsumerRegistry registry;
  private final AmqpAdmin admin;
  private final ConnectionFactory connections;
  private final WireJson json;
  private final FailedDeliveries failures;
  private final CrashPoints crashPoints;
  private final List<AbstractMessageListenerContainer> containers = new ArrayList<>();
  private final List<AcknowledgingListener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable ScheduledExecutorService timer;
  private volatile boolean running;

  ConsumerContainers(
      ConsumerRegistry registry,
      AmqpAdmin admin,
      ConnectionFactory connections,
      WireJson json,
      FailedDeliveries failures,
      CrashPoints crashPoints) {
    this.registry = registry;
    this.admin = admin;
    this.connections = connections;
    this.json = json;
    this.failures = failures;
    this.crashPoints = crashPoints;
  }

  @Override
  public void start() {
    long within = ACKNOWLEDGED_WITHIN.toMillis();
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("acknowledgements").factory());
    var _ =
        timer.scheduleWithFixedDelay(
            () -> listeners.forEach(AcknowledgingListener::tellAll),
            within,
            within,
            TimeUnit.MILLISECONDS);
    for (ConsumerDefinition consumer : registry.consumers()) {
      AbstractMessageListenerContainer container = container(consumer);
      containers.add(container);
      container.start();
    }
    running = true;
  }

  private AbstractMessageListenerContainer container(ConsumerDefinition consumer) {
    MessageDispatcher dispatcher = new MessageDispatcher(consumer, json, failures, crashPoints);
    AbstractMessageListenerContainer container =
        consumer.batch() > 1 ? batches(consumer, dispatcher) : singles(consumer, dispatcher);
    container.setBeanName(consumer.queue());
    container.setQueueNames(consumer.queue());
    container.setDefaultRequeueRejected(false);
    container.setMissingQueuesFatal(false);
    container.setMismatchedQueuesFatal(false);
    container.setAmqpAdmin(admin);
    container.setShutdownTimeout(SHUTDOWN_TIMEOUT.toMillis());
    container.setRecoveryInterval(RECOVERY_INTERVAL.toMillis());
    container.setFailedDeclarationRetryInterval(RECOVERY_INTERVAL.toMillis());
    ConditionalRejectingErrorHandler errors = new ConditionalRejectingErrorHandler();
    errors.setDiscardFatalsWithXDeath(false);
    container.setErrorHandler(errors);
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(consumer.queue() + "-");
    threads.setVirtualThreads(true);
    container.setTaskExecutor(threads);
    container.afterPropertiesSet();
    return container;
  }

  private AbstractMessageListenerContainer singles(
      ConsumerDefinition consumer, MessageDispatcher dispatcher) {
    DirectMessageListenerContainer container = new DirectMessageListenerContainer(connections);
    container.setConsumersPerQueue(consumer.concurrency());
    container.setPrefetchCount(PREFETCH);
    if (consumer.perInstance()) {
      // Its queue dies with it: there is nobody to give anything back to.
      container.setAcknowledgeMode(AcknowledgeMode.NONE);
      container.setMessageListener(dispatcher);
    } else {
      AcknowledgingListener listener = new AcknowledgingListener(dispatcher, ACKNOWLEDGED_TOGETHER);
      listeners.add(listener);
      container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
      container.setMessageListener(listener);
    }
    return container;
  }

  // Two batches under way: one is worked on while the next gathers.
  private AbstractMessageListenerContainer batches(
      ConsumerDefinition consumer, MessageDispatcher dispatcher) {
    SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
    container.setConsumerBatchEnabled(true);
    container.setBatchSize(consumer.batch());
    container.setPrefetchCount(2 * consumer.batch());
    container.setReceiveTimeout(NEXT_OF_BATCH.toMillis());
    container.setBatchReceiveTimeout(WHOLE_BATCH.toMillis());
    container.setMessageListener(new BatchDispatcher(dispatcher));
    return container;
  }

  @Override
  public void stop() {
    if (timer != null) {
      timer.shutdownNow();
    }
    listeners.forEach(AcknowledgingListener::end);
    containers.forEach(AbstractMessageListenerContainer::stop);
    containers.clear();
    listeners.clear();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 5_000;
  }
}
