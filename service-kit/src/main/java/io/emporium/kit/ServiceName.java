package io.emporium.kit;

/// The name of the running service, `sales-service`, from `spring.application.name`.
public record ServiceName(String value) {

  public ServiceName {
    if (value.isBlank()) {
      throw new IllegalArgumentException("spring.application.name must be set");
    }
  }

  /// For queues: `sales`.
  public String prefix() {
    return value.endsWith("-service") ? value.substring(0, value.length() - 8) : value;
  }
}
