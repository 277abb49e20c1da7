package io.emporium.kit.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/// A [Handles] method of a bean.
public final class HandlerMethod {

  private final Object bean;
  private final Method method;
  private final boolean wantsEnvelope;

  HandlerMethod(Object bean, Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    boolean fits =
        parameters.length > 0
            && parameters.length <= 2
            && Message.class.isAssignableFrom(parameters[0])
            && (parameters.length == 1 || parameters[1] == Envelope.class);
    if (!fits) {
      throw new IllegalStateException(
          method + " must take a contract and, if it likes, an Envelope");
    }
    this.bean = bean;
    this.method = method;
    this.wantsEnvelope = parameters.length == 2;
    method.setAccessible(true);
  }

  void handle(Envelope<? extends Message> envelope) {
    try {
      if (wantsEnvelope) {
        method.invoke(bean, envelope.data(), envelope);
      } else {
        method.invoke(bean, envelope.data());
      }
    } catch (InvocationTargetException e) {
      throw unchecked(e.getTargetException());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    return switch (cause) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(cause);
    };
  }

  @Override
  public String toString() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
