package io.emporium.kit.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a document that belongs to the whole platform: a public catalogue, accounts, counters of
/// the platform. There are few, and each says why.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SharedAcrossTenants {
  String reason();
}
