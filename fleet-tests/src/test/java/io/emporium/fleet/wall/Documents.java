package io.emporium.fleet.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// A small OpenAPI document in springdoc's hand.
final class Documents {

  static final URI BASE = URI.create("http://127.0.0.1:1");

  private Documents() {}

  static List<Operation> operations() {
    try (InputStream json = Documents.class.getResourceAsStream("/wall/openapi.json")) {
      return ApiDocument.operations(
          "sales-service", JsonMapper.shared().readTree(Objects.requireNonNull(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Operation operation(String name) {
    return operations().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  static Requests requests(String name) {
    return new Requests(operation(name), BASE);
  }
}
