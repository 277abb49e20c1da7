package io.emporium.kit.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.BatchMessageListener;
import org.springframework.amqp.core.Message;

/// Works on the messages of a batch side by side and returns when all are done, which acknowledges
/// them together. One that fails goes to a retry queue or to parking, and the others do not notice.
/// Only where the broker does not take it there is the whole batch given back; those that were
/// handled come twice then, as any message may.
final class BatchDispatcher implements BatchMessageListener {

  private final MessageDispatcher dispatcher;

  BatchDispatcher(MessageDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void onMessageBatch(List<Message> messages) {
    List<FutureTask<?>> handlings = new ArrayList<>(messages.size());
    for (Message message : messages) {
      FutureTask<?> handling = new FutureTask<>(() -> dispatcher.onMessageOfBatch(message), null);
      handlings.add(handling);
      Thread.startVirtualThread(handling);
    }
    handlings.forEach(BatchDispatcher::await);
  }

  private static void await(FutureTask<?> handling) {
    try {
      handling.get();
    } catch (ExecutionException e) {
      throw new ImmediateRequeueAmqpException("a message of a batch could not be set aside", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImmediateRequeueAmqpException("interrupted before a batch was done", e);
    }
  }
}
