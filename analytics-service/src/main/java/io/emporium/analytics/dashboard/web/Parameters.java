package io.emporium.analytics.dashboard.web;

import io.emporium.kit.problem.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.stream.Stream;

/// Query parameters as what they mean.
final class Parameters {

  private Parameters() {}

  static <E extends Enum<E>> E oneOf(Class<E> type, String name, String text) {
    String[] names =
        Stream.of(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    for (int n = 0; n < names.length; n++) {
      if (names[n].equals(text)) {
        return type.getEnumConstants()[n];
      }
    }
    throw Refusal.invalid(name, "must be one of " + String.join(", ", names));
  }

  static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1970 && day.getYear() < 3000) {
        return day;
      }
    } catch (DateTimeParseException e) {
      throw notADay(name);
    }
    throw notADay(name);
  }

  private static Refusal notADay(String name) {
    return Refusal.invalid(name, "must be a day such as 2026-11-23");
  }
}
