package io.emporium.kit.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what may be a card number: 13 to 19 digits, however grouped, whose check digit is right.
final class CardNumbers {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final Pattern RUN = Pattern.compile("[0-9](?:[ .\\-_/]?[0-9]){12,}");

  private CardNumbers() {}

  static boolean occurIn(String text) {
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      if (hidesOne(runs.group().replaceAll("[^0-9]", ""))) {
        return true;
      }
    }
    return false;
  }

  // A longer run of digits is looked through for a number inside it.
  private static boolean hidesOne(String digits) {
    if (digits.length() <= LONGEST) {
      return passesLuhn(digits);
    }
    for (int from = 0; from + SHORTEST <= digits.length(); from++) {
      int most = Math.min(LONGEST, digits.length() - from);
      for (int length = SHORTEST; length <= most; length++) {
        if (passesLuhn(digits.substring(from, from + length))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
