package io.emporium.auth.account;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looking people up who are not yet, or by themselves, known to be anybody: by address at sign-in,
/// and by the id in their own verified token. Both look past companies, as accounts are shared
/// between them.
@Component
public class Accounts {

  private final AggregateStore<Account> store;

  Accounts(AggregateStore<Account> store) {
    this.store = store;
  }

  public Optional<Account> byEmail(String email) {
    return store.findOne(Scope.platform(), new Document("emailKey", Account.keyOf(email)));
  }

  public Optional<Account> byId(String userId) {
    return store.find(Scope.platform(), userId);
  }

  /// @throws Refusal not found
  public Account change(String userId, Function<Account, Outcome> command) {
    return store.change(Scope.platform(), userId, command);
  }

  public Account own(Caller caller) {
    return store.get(Scope.platform(), caller.userId());
  }

  public Account changeOwn(Caller caller, Function<Account, Outcome> command) {
    return changeOwn(caller, null, command);
  }

  /// @param expectedVersion from `If-Match`; null when the caller did not say
  /// @throws Refusal stale, when the account has another version
  public Account changeOwn(
      Caller caller, @Nullable Long expectedVersion, Function<Account, Outcome> command) {
    return store.change(Scope.platform(), caller.userId(), expectedVersion, command);
  }
}
