package io.emporium.gateway.routing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param services where each is and how long it may take; all of them
/// @param breaker when a failing service is given a rest
@Validated
@ConfigurationProperties("emporium.gateway.routing")
public record RoutingProperties(
    @NotNull Map<Destination, Service> services, @DefaultValue Breaker breaker) {

  public RoutingProperties {
    if (!services.keySet().containsAll(Arrays.asList(Destination.values()))) {
      throw new IllegalArgumentException("a service lacks its address: only " + services.keySet());
    }
  }

  /// @param timeout until its answer begins
  public record Service(URI url, @DefaultValue("10s") Duration timeout) {}

  /// @param calls looked at, the latest ones
  /// @param failurePercent of them from which on the service is left alone
  /// @param rest for how long
  public record Breaker(
      @DefaultValue("20") @Min(5) int calls,
      @DefaultValue("50") @Min(1) @Max(100) int failurePercent,
      @DefaultValue("5s") Duration rest) {}

  public Service service(Destination destination) {
    return Objects.requireNonNull(services.get(destination));
  }
}
