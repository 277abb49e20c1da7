package io.emporium.company.people;

import io.emporium.kit.security.Role;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who belongs to which company. Accounts are auth-service's; nothing is decided here.
@Component
public class People {

  private static final String ROLE_VERSION = "roleVersion";
  private static final String STANDING_VERSION = "standingVersion";

  private final RecordStore<Person> people;

  People(RecordStore<Person> people) {
    this.people = people;
  }

  public Page<Person> admins(String companyId, PageQuery page) {
    return people.page(
        Scope.company(companyId), new Document("role", Role.COMPANY_ADMIN.wireName()), page);
  }

  public void learnName(String companyId, String userId, String email, @Nullable String fullName) {
    know(companyId, userId);
    Document named = new Document("email", email);
    if (fullName != null) {
      named.append("fullName", fullName);
    }
    var _ =
        people.update(
            Scope.company(companyId), new Document("_id", userId), new Document("$set", named));
  }

  public void learnRole(String companyId, String userId, String role, long version) {
    learn(companyId, userId, new Document("role", role), ROLE_VERSION, version);
  }

  public void learnStanding(String companyId, String userId, boolean active, long version) {
    learn(companyId, userId, new Document("active", active), STANDING_VERSION, version);
  }

  private void learn(
      String companyId, String userId, Document part, String versionField, long version) {
    know(companyId, userId);
    Document older = new Document("_id", userId).append(versionField, new Document("$lt", version));
    var _ =
        people.update(
            Scope.company(companyId),
            older,
            new Document("$set", part.append(versionField, version)));
  }

  private void know(String companyId, String userId) {
    var _ = people.insert(Person.unknown(userId, companyId));
  }
}
