package io.emporium.payment;

import io.emporium.kit.testing.crash.Halts;
import io.emporium.payment.payment.PaymentGateway;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// A crash point before and after every call to a provider.
@Component
class HaltedCalls implements BeanPostProcessor {

  /// What says something about the gateway and calls nobody.
  private static final Set<String> NO_CALLS =
      Set.of("provider", "availability", "toString", "hashCode", "equals");

  private final ObjectProvider<Halts> halts;

  HaltedCalls(ObjectProvider<Halts> halts) {
    this.halts = halts;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof PaymentGateway)) {
      return bean;
    }
    return Proxy.newProxyInstance(
        PaymentGateway.class.getClassLoader(),
        new Class<?>[] {PaymentGateway.class},
        (_, method, arguments) -> call(bean, method, arguments));
  }

  private Object call(Object gateway, Method method, Object[] arguments) throws Throwable {
    boolean call = !NO_CALLS.contains(method.getName());
    if (call) {
      halts.getObject().reached("provider.before-" + method.getName());
    }
    try {
      Object answer = method.invoke(gateway, arguments);
      if (call) {
        halts.getObject().reached("provider.after-" + method.getName());
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
