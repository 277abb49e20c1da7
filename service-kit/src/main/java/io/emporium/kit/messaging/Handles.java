package io.emporium.kit.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method that takes one contract: `void on(StockReserved event, Envelope<?> envelope)`;
/// the envelope may be left out. A parameter of a sealed interface takes all of its contracts. The
/// message may be acknowledged once the method has returned, so it returns only after its write.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Handles {}
