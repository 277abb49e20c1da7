package io.emporium.kit.messaging;

import io.emporium.events.Contract;
import io.emporium.events.Contracts;
import io.emporium.events.Message;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The consumers of a service, found from the annotations of its beans. Several beans may share a
/// queue.
public final class ConsumerRegistry {

  private final List<ConsumerDefinition> consumers;

  /// @param prefix of queue names: `sales` for sales-service
  /// @param beans those annotated with [Consumes]
  public ConsumerRegistry(String prefix, String instance, Collection<Object> beans) {
    Map<String, ConsumerDefinition> byQueue = new LinkedHashMap<>();
    for (Object bean : beans) {
      ConsumerDefinition found = define(prefix, instance, bean);
      byQueue.merge(found.queue(), found, ConsumerRegistry::merge);
    }
    this.consumers = List.copyOf(byQueue.values());
  }

  public List<ConsumerDefinition> consumers() {
    return consumers;
  }

  private static ConsumerDefinition define(String prefix, String instance, Object bean) {
    Consumes consumes = bean.getClass().getAnnotation(Consumes.class);
    if (consumes == null) {
      throw new IllegalStateException(bean.getClass() + " must not be proxied");
    }
    Map<Class<? extends Message>, HandlerMethod> handlers = new LinkedHashMap<>();
    for (Method method : bean.getClass().getDeclaredMethods()) {
      if (method.isAnnotationPresent(Handles.class)) {
        HandlerMethod handler = new HandlerMethod(bean, method);
        contractsOf(method.getParameterTypes()[0])
            .forEach(contract -> put(handlers, contract, handler));
      }
    }
    String queue = prefix + "." + consumes.value();
    return new ConsumerDefinition(
        consumes.perInstance() ? queue + "." + instance : queue,
        consumes.concurrency(),
        consumes.batch(),
        consumes.perInstance(),
        handlers);
  }

  private static Stream<Class<? extends Message>> contractsOf(Class<?> parameter) {
    if (parameter.isAnnotationPresent(Contract.class)) {
      return Stream.of(parameter.asSubclass(Message.class));
    }
    if (!parameter.isSealed()) {
      throw new IllegalStateException(parameter + " is neither a contract nor sealed");
    }
    return Arrays.stream(parameter.getPermittedSubclasses())
        .map(type -> type.asSubclass(Message.class));
  }

  private static ConsumerDefinition merge(ConsumerDefinition one, ConsumerDefinition other) {
    Map<Class<? extends Message>, HandlerMethod> handlers = new LinkedHashMap<>(one.handlers());
    other.handlers().forEach((contract, handler) -> put(handlers, contract, handler));
    return new ConsumerDefinition(
        one.queue(),
        Math.max(one.concurrency(), other.concurrency()),
        Math.max(one.batch(), other.batch()),
        one.perInstance(),
        handlers);
  }

  private static void put(
      Map<Class<? extends Message>, HandlerMethod> handlers,
      Class<? extends Message> contract,
      HandlerMethod handler) {
    HandlerMethod taken = handlers.put(contract, handler);
    if (taken != null) {
      throw new IllegalStateException(contract + " has two handlers: " + taken + ", " + handler);
    }
  }

  /// Wire names with the queues that take them, for the documentation.
  public Map<String, List<String>> bindings() {
    Map<String, List<String>> bindings = new LinkedHashMap<>();
    for (ConsumerDefinition consumer : consumers) {
      for (Class<? extends Message> contract : consumer.contracts()) {
        bindings
            .computeIfAbsent(Contracts.nameOf(contract), name -> new ArrayList<>())
            .add(consumer.queue());
      }
    }
    return bindings;
  }
}
