package io.emporium.kit.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Where in a JSON body something is wrong, and what, without naming our classes.
final class JsonPointers {

  private JsonPointers() {}

  /// `items[0].quantity` becomes `/items/0/quantity`.
  static String fromPath(String path) {
    return "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
  }

  static Violation violation(JacksonException e) {
    return new Violation(pointer(e.getPath()), message(e));
  }

  private static String pointer(List<JacksonException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : path) {
      pointer.append('/');
      pointer.append(
          step.getPropertyName() == null
              ? String.valueOf(step.getIndex())
              : escaped(step.getPropertyName()));
    }
    return pointer.toString();
  }

  // RFC 6901, section 3.
  private static String escaped(String property) {
    return property.replace("~", "~0").replace("/", "~1");
  }

  private static String message(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException _ -> "is not known here";
      case InvalidFormatException format when isEnum(format.getTargetType()) ->
          "must be one of " + names(format.getTargetType());
      case InvalidFormatException _ -> "has the wrong format";
      case MismatchedInputException _ -> "is missing or has the wrong type";
      case StreamReadException _ -> "is not well-formed JSON";
      default -> "is not acceptable";
    };
  }

  private static boolean isEnum(@Nullable Class<?> type) {
    return type != null && type.isEnum();
  }

  private static String names(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
