package io.emporium.shop.colleagues;

import io.emporium.kit.messaging.News;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Who belongs to which company. Accounts are auth-service's; nothing is decided here.
@Component
public class Colleagues {

  private final RecordStore<Colleague> colleagues;
  private final News news = new News();

  Colleagues(RecordStore<Colleague> colleagues) {
    this.colleagues = colleagues;
  }

  public Optional<Colleague> find(String companyId, String userId) {
    return colleagues.find(Scope.company(companyId), userId);
  }

  /// Somebody whose role is known, waiting a little for news of them.
  public Optional<Colleague> await(String companyId, String userId) {
    return news.await(() -> find(companyId, userId).filter(found -> found.role() != null));
  }

  public void learnAccess(
      String companyId, String userId, String role, List<String> shopIds, long version) {
    Document access = new Document("role", role).append("shopIds", shopIds);
    learn(companyId, userId, access, new Stamp("accessVersion", version));
  }

  public void learnStanding(String companyId, String userId, boolean active, long version) {
    Document standing = new Document("active", active);
    learn(companyId, userId, standing, new Stamp("standingVersion", version));
  }

  private record Stamp(String field, long version) {}

  private void learn(String companyId, String userId, Document part, Stamp stamp) {
    var _ = colleagues.insert(Colleague.unknown(userId, companyId));
    Document older =
        new Document("_id", userId).append(stamp.field(), new Document("$lt", stamp.version()));
    var _ =
        colleagues.update(
            Scope.company(companyId),
            older,
            new Document("$set", part.append(stamp.field(), stamp.version())));
    news.announce();
  }
}
