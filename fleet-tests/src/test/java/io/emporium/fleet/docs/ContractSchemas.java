package io.emporium.fleet.docs;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ArrayTypeSig;
import java.lang.classfile.Signature.BaseTypeSig;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.classfile.Signature.TypeVarSig;
import java.lang.classfile.TypeAnnotation;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON schemas of the records that travel, read from their compiled components. A component marked
/// `@Nullable` is optional.
final class ContractSchemas {

  private static final String NULLABLE = "Lorg/jspecify/annotations/Nullable;";
  private static final String CONTRACTS = "io/emporium/events/";

  private static final Map<String, Map<String, Object>> PLAIN =
      Map.of(
          "java/lang/String", Map.of("type", "string"),
          "java/time/Instant", formatted("date-time"),
          "java/time/LocalDate", formatted("date"),
          "java/time/ZoneId", Map.of("type", "string", "description", "IANA time zone"),
          "java/util/Currency", Map.of("type", "string", "pattern", "^[A-Z]{3}$"),
          "java/lang/Integer", Map.of("type", "integer"),
          "java/lang/Long", Map.of("type", "integer"),
          "java/lang/Boolean", Map.of("type", "boolean"));

  private final Map<String, ClassModel> classes;
  private final Map<String, Object> named = new TreeMap<>();

  ContractSchemas(Map<String, ClassModel> classes) {
    this.classes = classes;
  }

  /// Every record that a described one mentions, by its simple name.
  Map<String, Object> named() {
    return named;
  }

  /// @param descriptor of a record
  Map<String, Object> describe(String descriptor) {
    return describe(classes.get(descriptor));
  }

  private Map<String, Object> describe(ClassModel record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponentInfo component : components(record)) {
      String name = component.name().stringValue();
      properties.put(name, schema(signature(component)));
      if (!isNullable(component)) {
        required.add(name);
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static List<RecordComponentInfo> components(ClassModel record) {
    return record.findAttribute(Attributes.record()).orElseThrow().components();
  }

  private static Signature signature(RecordComponentInfo component) {
    return component
        .findAttribute(Attributes.signature())
        .map(attribute -> attribute.asTypeSignature())
        .orElseGet(() -> Signature.parseFrom(component.descriptor().stringValue()));
  }

  private static boolean isNullable(RecordComponentInfo component) {
    return component
        .findAttribute(Attributes.runtimeVisibleTypeAnnotations())
        .filter(found -> found.annotations().stream().anyMatch(ContractSchemas::marksNullable))
        .isPresent();
  }

  // On the component itself, not on what its list holds.
  private static boolean marksNullable(TypeAnnotation mark) {
    return mark.targetPath().isEmpty() && mark.annotation().className().equalsString(NULLABLE);
  }

  private Map<String, Object> schema(Signature signature) {
    return switch (signature) {
      case BaseTypeSig base -> Map.of("type", base.baseType() == 'Z' ? "boolean" : "integer");
      case ArrayTypeSig array -> listOf(schema(array.componentSignature()));
      case TypeVarSig _ -> Map.of();
      case ClassTypeSig type -> schema(type);
    };
  }

  private Map<String, Object> schema(ClassTypeSig type) {
    String name = type.className();
    if (PLAIN.containsKey(name)) {
      return PLAIN.get(name);
    }
    return switch (name) {
      case "java/util/List", "java/util/Set" -> listOf(schema(argument(type, 0)));
      case "java/util/Map" ->
          Map.of("type", "object", "additionalProperties", schema(argument(type, 1)));
      default -> reference(name);
    };
  }

  private static Signature argument(ClassTypeSig type, int index) {
    return switch (type.typeArgs().get(index)) {
      case TypeArg.Bounded bounded -> bounded.boundType();
      case TypeArg.Unbounded _ -> Signature.parseFrom("Ljava/lang/Object;");
    };
  }

  private Map<String, Object> reference(String name) {
    ClassModel model = classes.get("L" + name + ";");
    if (!name.startsWith(CONTRACTS) || model == null) {
      throw new IllegalStateException("a contract mentions " + name + ", which has no schema here");
    }
    String simple = name.substring(name.lastIndexOf('/') + 1);
    if (!named.containsKey(simple)) {
      named.put(simple, Map.of());
      named.put(simple, model.flags().has(AccessFlag.ENUM) ? choices(model) : describe(model));
    }
    return Map.of("$ref", "#/components/schemas/" + simple);
  }

  private static Map<String, Object> choices(ClassModel model) {
    List<String> names =
        model.fields().stream()
            .filter(field -> field.flags().has(AccessFlag.ENUM))
            .map(field -> field.fieldName().stringValue())
            .toList();
    return Map.of("type", "string", "enum", names);
  }

  private static Map<String, Object> listOf(Map<String, Object> items) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", items);
    return schema;
  }

  private static Map<String, Object> formatted(String format) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("format", format);
    return schema;
  }
}
