package io.emporium.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param general for each user, or each address of those who are not signed in
/// @param signIn for each address: login, register, refresh and mailed codes
/// @param account for each account that an address names when it signs in
/// @param callers how many callers each policy remembers at most, about 0.5 KB each
@Validated
@ConfigurationProperties("emporium.gateway.limits")
public record LimitProperties(
    @Valid @DefaultValue General general,
    @Valid @DefaultValue SignIn signIn,
    @Valid @DefaultValue Account account,
    @DefaultValue("20000") @Min(1) int callers) {

  public record General(
      @DefaultValue("60000") @Min(1) int requests, @DefaultValue("1m") Duration window) {}

  public record SignIn(
      @DefaultValue("600") @Min(1) int requests, @DefaultValue("1m") Duration window) {}

  public record Account(
      @DefaultValue("30") @Min(1) int requests, @DefaultValue("1m") Duration window) {}
}
