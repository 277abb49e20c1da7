package io.emporium.kit.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/// Constants are in lower case on the wire, `awaiting_payment`; springdoc reads them as they stand
/// in the code.
final class WireNames implements GlobalOpenApiCustomizer {

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  @Override
  public void customise(OpenAPI description) {
    if (description.getComponents().getSchemas() != null) {
      description.getComponents().getSchemas().values().forEach(WireNames::translate);
    }
    description.getPaths().values().stream()
        .map(path -> path.readOperations())
        .flatMap(Collection::stream)
        .map(Operation::getParameters)
        .filter(parameters -> parameters != null)
        .flatMap(Collection::stream)
        .forEach(parameter -> translate(parameter.getSchema()));
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // as the library has it
  private static void translate(@Nullable Schema schema) {
    if (schema == null) {
      return;
    }
    if (schema.getEnum() != null) {
      List<Object> wire =
          ((List<Object>) schema.getEnum()).stream().map(WireNames::onWire).toList();
      schema.setEnum(wire);
    }
    if (schema.getProperties() != null) {
      ((Collection<Schema>) schema.getProperties().values()).forEach(WireNames::translate);
    }
    translate(schema.getItems());
    if (schema.getAdditionalProperties() instanceof Schema values) {
      translate(values);
    }
  }

  private static Object onWire(Object value) {
    return value instanceof String text && CONSTANT.matcher(text).matches()
        ? text.toLowerCase(Locale.ROOT)
        : value;
  }
}
