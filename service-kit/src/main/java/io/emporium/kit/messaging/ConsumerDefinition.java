package io.emporium.kit.messaging;

import io.emporium.events.Message;
import java.util.Map;
import java.util.Set;

/// One queue and what is done with each contract that arrives there.
///
/// @param queue full name, `sales.checkout`
/// @param concurrency messages that are worked on at once, each by itself
/// @param batch messages that are worked on at once and acknowledged together; 1 for no such
///   batches
public record ConsumerDefinition(
    String queue,
    int concurrency,
    int batch,
    boolean perInstance,
    Map<Class<? extends Message>, HandlerMethod> handlers) {

  /// What the queue is bound to.
  public Set<Class<? extends Message>> contracts() {
    return handlers.keySet();
  }
}
