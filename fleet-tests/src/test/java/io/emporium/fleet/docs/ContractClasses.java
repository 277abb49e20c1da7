package io.emporium.fleet.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Contracts and their consumers, read from the compiled classes of all modules: this module
/// depends on none of them.
final class ContractClasses {

  /// A contract and who has to do with it.
  ///
  /// @param source the service that publishes a fact or handles a command; `*` for every service
  /// @param queues that take it
  /// @param descriptor of its record
  record Entry(
      String name, boolean command, String source, List<String> queues, String descriptor) {}

  private static final String EVENTS = "Lio/emporium/events/";
  private static final String KIT = "Lio/emporium/kit/messaging/";

  private final Map<String, ClassModel> classes = new TreeMap<>();
  private final Map<String, Entry> entries = new TreeMap<>();

  ContractClasses(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      modules
          .map(module -> module.resolve("target/classes/io/emporium"))
          .filter(Files::isDirectory)
          .forEach(this::load);
    }
    classes.values().forEach(this::enterFace);
    classes.values().forEach(this::enterConsumer);
  }

  /// All compiled classes, by descriptor.
  Map<String, ClassModel> classes() {
    return classes;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  private void load(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .map(ContractClasses::parse)
          .forEach(model -> classes.put(descriptor(model), model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassModel parse(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String descriptor(ClassModel model) {
    return model.thisClass().asSymbol().descriptorString();
  }

  private void enterFace(ClassModel face) {
    Optional<String> publisher = text(face, EVENTS + "PublishedBy;", "value");
    Optional<String> handler = text(face, EVENTS + "HandledBy;", "value");
    String source = publisher.or(() -> handler).orElse("");
    if (source.isEmpty()) {
      return;
    }
    for (String record : permitted(face)) {
      contractName(record)
          .ifPresent(
              name ->
                  entries.put(
                      name,
                      new Entry(name, handler.isPresent(), source, new ArrayList<>(), record)));
    }
  }

  private void enterConsumer(ClassModel listener) {
    Optional<Annotation> consumes = annotation(listener, KIT + "Consumes;");
    if (consumes.isEmpty()) {
      return;
    }
    boolean perInstance =
        element(consumes.get(), "perInstance")
            .filter(value -> value instanceof AnnotationValue.OfBoolean flag && flag.booleanValue())
            .isPresent();
    String queue = text(consumes.get(), "value").orElse("");
    String shown = service(listener) + "." + queue + (perInstance ? " (each instance)" : "");
    for (MethodModel method : listener.methods()) {
      boolean handles =
          method
              .findAttribute(Attributes.runtimeVisibleAnnotations())
              .filter(found -> has(found.annotations(), KIT + "Handles;"))
              .isPresent();
      if (handles) {
        enter(method.methodTypeSymbol().parameterType(0), shown);
      }
    }
  }

  private void enter(ClassDesc parameter, String queue) {
    String descriptor = parameter.descriptorString();
    List<String> records =
        contractName(descriptor).isPresent()
            ? List.of(descriptor)
            : permitted(classes.get(descriptor));
    records.forEach(
        record -> contractName(record).ifPresent(name -> entries.get(name).queues().add(queue)));
  }

  // io.emporium.sales… is sales-service; what the kit consumes, every service does.
  private static String service(ClassModel listener) {
    String name = descriptor(listener).substring("Lio/emporium/".length());
    String service = name.substring(0, name.indexOf('/'));
    return service.equals("kit") ? "*" : service;
  }

  private Optional<String> contractName(String descriptor) {
    ClassModel model = classes.get(descriptor);
    return model == null ? Optional.empty() : text(model, EVENTS + "Contract;", "value");
  }

  private static List<String> permitted(ClassModel face) {
    return face.findAttribute(Attributes.permittedSubclasses())
        .map(
            attribute ->
                attribute.permittedSubclasses().stream()
                    .map(entry -> entry.asSymbol().descriptorString())
                    .toList())
        .orElse(List.of());
  }

  private static Optional<String> text(ClassModel model, String annotation, String element) {
    return annotation(model, annotation).flatMap(found -> text(found, element));
  }

  private static Optional<String> text(Annotation annotation, String element) {
    return element(annotation, element)
        .filter(AnnotationValue.OfString.class::isInstance)
        .map(value -> ((AnnotationValue.OfString) value).stringValue());
  }

  private static Optional<AnnotationValue> element(Annotation annotation, String name) {
    return annotation.elements().stream()
        .filter(element -> element.name().equalsString(name))
        .map(AnnotationElement::value)
        .findFirst();
  }

  private static Optional<Annotation> annotation(ClassModel model, String descriptor) {
    return model
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .flatMap(
            found ->
                found.annotations().stream()
                    .filter(one -> one.className().equalsString(descriptor))
                    .findFirst());
  }

  private static boolean has(List<Annotation> annotations, String descriptor) {
    return annotations.stream().anyMatch(one -> one.className().equalsString(descriptor));
  }
}
