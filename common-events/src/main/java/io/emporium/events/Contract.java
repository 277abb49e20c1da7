package io.emporium.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The wire name of a message, which is also its routing key: `inventory.reserved`. A second
/// version is a new record named `inventory.reserved.v2`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Contract {
  String value();
}
