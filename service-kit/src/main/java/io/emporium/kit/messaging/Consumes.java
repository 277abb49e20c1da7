package io.emporium.kit.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a bean that consumes the queue `<service>.<purpose>`, bound to the contracts of its
/// [Handles] methods.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Consumes {

  /// The purpose: `checkout` becomes queue `sales.checkout`.
  String value();

  /// How many messages are worked on at once.
  int concurrency() default 2;

  /// How many messages are taken together, worked on side by side and acknowledged as one. The
  /// first of them waits up to 0.1 s for the others, so this is for consumers that see very much
  /// and need not be quick. Above 1 it takes the place of [#concurrency].
  int batch() default 1;

  /// A queue of its own for every instance, gone with it: for what each must see, such as live
  /// updates and revocations. Nothing is retried or parked there.
  boolean perInstance() default false;
}
