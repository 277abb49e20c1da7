package io.emporium.kit.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// Refuses text that contains what may be a card number, so that none is ever stored.
@Constraint(validatedBy = NoCardNumber.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface NoCardNumber {

  String message() default "must not contain a card number";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /// Public for the validation provider, which makes it.
  final class Validator implements ConstraintValidator<NoCardNumber, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || !CardNumbers.occurIn(text);
    }
  }
}
