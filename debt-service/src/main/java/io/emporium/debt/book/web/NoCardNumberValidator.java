package io.emporium.debt.book.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 13 to 19 digits, also when grouped, whose check digit is right (ISO/IEC 7812).
final class NoCardNumberValidator implements ConstraintValidator<NoCardNumber, String> {

  private static final Pattern DIGITS = Pattern.compile("[0-9](?:[ -]?[0-9]){12,18}");

  @Override
  public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
    if (text == null) {
      return true;
    }
    Matcher candidate = DIGITS.matcher(text);
    while (candidate.find()) {
      if (checkDigitFits(candidate.group().replaceAll("[ -]", ""))) {
        return false;
      }
    }
    return true;
  }

  private static boolean checkDigitFits(String digits) {
    int sum = 0;
    for (int n = 0; n < digits.length(); n++) {
      int digit = digits.charAt(digits.length() - 1 - n) - '0';
      int weighted = n % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
