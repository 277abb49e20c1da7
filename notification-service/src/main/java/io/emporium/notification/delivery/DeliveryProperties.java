package io.emporium.notification.delivery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param pollInterval how often lanes look for what nobody woke them for: retries that are due,
///   and what a crash left behind
/// @param lease how long an attempt may take before another instance may repeat it; longer than the
///   time-outs of any provider together
/// @param farewell how long a stop waits for attempts under way; shorter than what Spring gives a
///   phase of the shutdown (30 s)
/// @param backOff waits between attempts; after the last it is given up
@Validated
@ConfigurationProperties("emporium.delivery")
public record DeliveryProperties(
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("15s") Duration farewell,
    @NotEmpty @DefaultValue({"5s", "30s", "5m"}) List<Duration> backOff,
    @Min(1) @DefaultValue("2") int criticalThreads,
    @Min(1) @DefaultValue("2") int importantThreads,
    @Min(1) @DefaultValue("4") int normalThreads) {

  int threadsOf(Lane lane) {
    return switch (lane) {
      case CRITICAL -> criticalThreads;
      case IMPORTANT -> importantThreads;
      case NORMAL -> normalThreads;
    };
  }
}
