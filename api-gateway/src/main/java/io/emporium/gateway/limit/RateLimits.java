package io.emporium.gateway.limit;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Token buckets in the memory of this instance: several instances allow several times as much.
@Component
public class RateLimits {

  private final Policy general;
  private final Policy signIn;
  private final Policy account;

  RateLimits(LimitProperties properties) {
    int callers = properties.callers();
    this.general =
        new Policy(
            "general", properties.general().requests(), properties.general().window(), callers);
    this.signIn =
        new Policy(
            "sign-in", properties.signIn().requests(), properties.signIn().window(), callers);
    this.account =
        new Policy(
            "account", properties.account().requests(), properties.account().window(), callers);
  }

  /// @param answer gets the headers that state the limit
  /// @throws io.emporium.gateway.problem.EdgeRefusal too many requests
  public void count(String caller, HttpHeaders answer) {
    general.count(caller, answer);
  }

  /// @throws io.emporium.gateway.problem.EdgeRefusal too many requests
  public void countSignIn(String network, HttpHeaders answer) {
    signIn.count(network, answer);
  }

  /// Counted for the account *and* the address, so that a stranger who guesses at an account slows
  /// only himself down and never its owner. Guessing from many addresses is auth-service's to stop.
  ///
  /// @throws io.emporium.gateway.problem.EdgeRefusal too many requests
  public void countAccount(String network, String account, HttpHeaders answer) {
    this.account.count(network + ' ' + account, answer);
  }
}
