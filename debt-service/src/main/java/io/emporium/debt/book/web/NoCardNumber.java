package io.emporium.debt.book.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Free text into which nobody has pasted the number of a payment card.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Constraint(validatedBy = NoCardNumberValidator.class)
@interface NoCardNumber {

  String message() default "must not hold the number of a payment card";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
