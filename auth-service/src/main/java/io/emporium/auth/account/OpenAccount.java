package io.emporium.auth.account;

import io.emporium.auth.mail.Letters;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens an account for somebody who registers or whom an admin adds.
@Component
public class OpenAccount {

  /// @param password null for somebody who gets one later
  /// @param requireGranted refuses when the access may not be given any more: asked last, as
  ///   waiting for the hash takes a while
  public record Command(
      String email,
      @Nullable String password,
      @Nullable String fullName,
      @Nullable String phone,
      Access access,
      Runnable requireGranted) {

    public static Command ofCustomer(
        String email, String password, @Nullable String fullName, @Nullable String phone) {
      return new Command(email, password, fullName, phone, Access.customer(), () -> {});
    }
  }

  /// Somebody who comes by a letter, and so has proved the address.
  ///
  /// @param id chosen when the letter was written
  /// @param requireGranted as in [Command]
  public record Invited(
      String id,
      String email,
      String password,
      @Nullable String fullName,
      @Nullable String phone,
      Access access,
      Runnable requireGranted) {}

  private final AggregateStore<Account> store;
  private final Accounts accounts;
  private final PasswordHashing passwords;
  private final Letters letters;
  private final Ids ids;
  private final Clock clock;

  OpenAccount(
      AggregateStore<Account> store,
      Accounts accounts,
      PasswordHashing passwords,
      Letters letters,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.letters = letters;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws Refusal conflict, when the address is taken; or as the command's own check refuses
  public Account handle(Command command) {
    String id = ids.next();
    // Asked before the expensive hash; the unique index has the last word.
    Optional<Account> taken = accounts.byEmail(command.email());
    if (taken.isPresent()) {
      return ownEarlierAttempt(taken.get(), id);
    }
    NewAccount created =
        new NewAccount(
            id, command.email(), false, command.fullName(), command.phone(), command.access());
    Account account = Account.open(created, hashOf(command.password()), clock.instant());
    var _ = account.send(letters.verification(id, account.email()), clock.instant());
    command.requireGranted().run();
    if (store.create(account)) {
      return account;
    }
    return ownEarlierAttempt(
        store
            .find(Scope.platform(), id)
            .or(() -> accounts.byEmail(command.email()))
            .orElseThrow(OpenAccount::emailTaken),
        id);
  }

  /// @return empty when the invited person has an account already; it is left alone
  /// @throws Refusal conflict, when somebody else has the address; or as the invitation's own check
  ///   refuses
  public Optional<Account> handle(Invited invited) {
    NewAccount created =
        new NewAccount(
            invited.id(),
            invited.email(),
            true,
            invited.fullName(),
            invited.phone(),
            invited.access());
    Account account = Account.open(created, passwords.hash(invited.password()), clock.instant());
    invited.requireGranted().run();
    if (store.create(account)) {
      return Optional.of(account);
    }
    if (store.find(Scope.platform(), invited.id()).isEmpty()) {
      throw emailTaken();
    }
    return Optional.empty();
  }

  /// @throws Refusal conflict, when the address is taken
  public void requireFree(String email) {
    if (accounts.byEmail(email).isPresent()) {
      throw emailTaken();
    }
  }

  private @Nullable String hashOf(@Nullable String password) {
    return password == null ? null : passwords.hash(password);
  }

  // The same id means this very request, sent again with its idempotency key.
  private static Account ownEarlierAttempt(Account found, String id) {
    if (!found.id().equals(id)) {
      throw emailTaken();
    }
    return found;
  }

  private static Refusal emailTaken() {
    return Refusal.conflict("email_taken", "There is an account with this e-mail address already");
  }
}
