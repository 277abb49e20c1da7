package io.emporium.kit.problem;

import java.util.List;
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
              : step.getPropertyName());
    }
    return pointer.toString();
  }

  private static String message(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException _ -> "is not known here";
      case InvalidFormatException format ->
          format.getTargetType() != null && format.getTargetType().isEnum()
              ? "must be one of the documented values"
              : "has the wrong format";
      case MismatchedInputException _ -> "is missing or has the wrong type";
      case StreamReadException _ -> "is not well-formed JSON";
      default -> "is not acceptable";
    };
  }
}
