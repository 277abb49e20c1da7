package io.emporium.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.auth.mail.Letters;
import io.emporium.auth.mail.OneUseToken;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who grants is dismissed while the new account waits for its turn to hash.
@ServiceTest
class OpenAccountIT {

  private static final String PASSWORD = "Test123!";

  @Autowired private AggregateStore<Account> store;
  @Autowired private Accounts accounts;
  @Autowired private ManageAccess rules;
  @Autowired private PasswordProperties properties;
  @Autowired private MeterRegistry meters;
  @Autowired private Letters letters;
  @Autowired private Ids ids;
  @Autowired private Clock clock;

  private final String companyId = "company-" + UUID.randomUUID();
  private final String email = anEmail();
  private final Access access = new Access(Role.SHOP_STAFF, companyId, List.of());

  @Test
  void nobodyIsAdded() {
    Account granter = anAdmin();
    Caller caller =
        new Caller(
            granter.id(), granter.email(), granter.role(), companyId, Set.of(), clock.instant());
    var added =
        new OpenAccount.Command(
            email,
            PASSWORD,
            null,
            null,
            access,
            () -> rules.requireMayGrant(caller, Role.SHOP_STAFF));

    refusesWhile(() -> dismiss(granter), "role_not_allowed", open -> open.handle(added));

    assertThat(accounts.byEmail(email)).isEmpty();
  }

  @Test
  void nobodyWhoWasInvitedIsLetIn() {
    Account granter = anAdmin();
    var invited =
        new OpenAccount.Invited(
            ids.next(), email, PASSWORD, null, null, access, () -> requireCouldGrant(granter.id()));

    refusesWhile(() -> dismiss(granter), "invalid_token", open -> open.handle(invited));

    assertThat(accounts.byEmail(email)).isEmpty();
  }

  // As an invitation asks.
  private void requireCouldGrant(String granterId) {
    if (!ManageAccess.couldGrant(accounts.byId(granterId).orElseThrow(), access)) {
      throw OneUseToken.notGood();
    }
  }

  private void refusesWhile(Runnable meanwhile, String code, Consumer<OpenAccount> opening) {
    PasswordHashing hashing =
        new PasswordHashing(properties, meters) {
          @Override
          public String hash(String password) {
            String hash = super.hash(password);
            meanwhile.run();
            return hash;
          }
        };
    try {
      var open = new OpenAccount(store, accounts, hashing, letters, ids, clock);
      assertThatThrownBy(() -> opening.accept(open))
          .isInstanceOfSatisfying(
              Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    } finally {
      hashing.destroy();
    }
  }

  private Account anAdmin() {
    NewAccount admin =
        new NewAccount(
            ids.next(),
            anEmail(),
            true,
            null,
            null,
            new Access(Role.COMPANY_ADMIN, companyId, List.of()));
    Account account = Account.open(admin, null, clock.instant());
    assertThat(store.create(account)).isTrue();
    return account;
  }

  private void dismiss(Account granter) {
    var _ =
        store.change(
            Scope.platform(),
            granter.id(),
            account -> account.disable("dismissed", clock.instant()));
  }

  private static String anEmail() {
    return "o-" + UUID.randomUUID() + "@example.com";
  }
}
