package io.emporium.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a `PageQuery` parameter: the fields by which the list may be sorted; the first is the
/// default, newest or largest first. None, for a list that has one order.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Sortable {
  String[] value() default {"_id"};
}
