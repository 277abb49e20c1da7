package io.emporium.auth.account;

import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Somebody must be there who can let others in.
@Component
class FirstSuperAdmin implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(FirstSuperAdmin.class);

  // Fixed, so that of several instances that start together one creates it.
  private static final String ID = "first-super-admin";

  private final AggregateStore<Account> store;
  private final PasswordHashing passwords;
  private final FirstSuperAdminProperties properties;
  private final Clock clock;

  FirstSuperAdmin(
      AggregateStore<Account> store,
      PasswordHashing passwords,
      FirstSuperAdminProperties properties,
      Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (store.count(Scope.platform(), new Document("role", Role.SUPER_ADMIN.name())) > 0) {
      return;
    }
    NewAccount admin =
        new NewAccount(
            ID,
            properties.email(),
            false,
            null,
            null,
            new Access(Role.SUPER_ADMIN, null, List.of()));
    if (store.create(Account.open(admin, passwords.hash(properties.password()), clock.instant()))) {
      log.info("created the first super admin {}", properties.email());
    } else if (store.find(Scope.platform(), ID).isEmpty()) {
      log.error("{} belongs to another account: there is no super admin", properties.email());
    }
  }
}
