package io.emporium.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.account.PasswordHashing;
import io.emporium.auth.session.Client;
import io.emporium.auth.throttle.Throttle;
import io.emporium.auth.throttle.Throttle.Attempt;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What happens to the account while the change waits for its turn to hash.
@ServiceTest
class ChangePasswordIT {

  private static final String PASSWORD = "Test123!";

  @Autowired private TestApi api;
  @Autowired private Accounts accounts;
  @Autowired private PasswordHashing passwords;
  @Autowired private Throttle throttle;
  @Autowired private Admission admission;
  @Autowired private Clock clock;

  @Test
  void overwritesNoPasswordThatWasSetMeanwhile() {
    Account account = somebody();
    String newer = passwords.hash("Reset-789");
    Runnable reset =
        () -> {
          var _ =
              accounts.change(account.id(), found -> found.changePassword(newer, clock.instant()));
        };

    refusesToChange(account, reset);

    signsIn(account.email(), "Reset-789").expect(200);
    signsIn(account.email(), "Better-456").expectProblem(401, "bad_credentials");
  }

  @Test
  void leavesAnAccountAloneThatWasDisabledMeanwhile() {
    Account account = somebody();
    TestApi admin =
        api.as(signsIn("admin@emporium.local", "ChangeMe-Now-1!").expect(200).text("/accessToken"));

    refusesToChange(
        account, () -> admin.post("/api/users/" + account.id() + "/disable", null).expect(200));

    assertThat(accounts.byId(account.id()).map(Account::passwordHash))
        .hasValue(account.passwordHash());
  }

  private void refusesToChange(Account account, Runnable meanwhile) {
    Caller caller =
        new Caller(account.id(), account.email(), Role.CUSTOMER, null, Set.of(), clock.instant());
    var command =
        new ChangePassword.Command(caller, PASSWORD, "Better-456", new Client("192.0.2.77", null));

    assertThatThrownBy(() -> changingWhile(meanwhile).handle(command))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("bad_credentials"));
  }

  private ChangePassword changingWhile(Runnable meanwhile) {
    CheckPassword check =
        new CheckPassword(passwords, throttle) {
          @Override
          Account handle(Optional<Account> account, String password, Attempt attempt) {
            Account checked = super.handle(account, password, attempt);
            meanwhile.run();
            return checked;
          }
        };
    return new ChangePassword(accounts, check, passwords, admission, clock);
  }

  private Account somebody() {
    String email = "c-" + UUID.randomUUID() + "@example.com";
    api.post("/api/auth/register", Map.of("email", email, "password", PASSWORD)).expect(201);
    return accounts.byEmail(email).orElseThrow();
  }

  private TestResponse signsIn(String email, String password) {
    return api.post("/api/auth/login", Map.of("email", email, "password", password));
  }
}
