package io.emporium.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param general for each user, or each address of those who are not signed in
/// @param signIn for each address: login, register and refresh
/// @param callers how many callers are remembered at most
@Validated
@ConfigurationProperties("emporium.gateway.limits")
public record LimitProperties(
    @Valid @DefaultValue General general,
    @Valid @DefaultValue SignIn signIn,
    @DefaultValue("100000") @Min(1) int callers) {

  public record General(
      @DefaultValue("60000") @Min(1) int requests, @DefaultValue("1m") Duration window) {}

  public record SignIn(
      @DefaultValue("600") @Min(1) int requests, @DefaultValue("1m") Duration window) {}
}
