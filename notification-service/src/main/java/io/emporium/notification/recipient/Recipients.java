package io.emporium.notification.recipient;

import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import io.emporium.notification.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where people can be reached, and who answers for what.
@Component
public final class Recipients {

  private final SharedStore<Recipient> recipients;
  private final SharedStore<Profile> profiles;
  private final Devices devices;

  Recipients(SharedStore<Recipient> recipients, SharedStore<Profile> profiles, Devices devices) {
    this.recipients = recipients;
    this.profiles = profiles;
    this.devices = devices;
  }

  /// Empty when none is known, perhaps only not yet.
  public List<String> addressesOf(String userId, Channel channel) {
    return switch (channel) {
      case EMAIL ->
          recipients
              .find(userId)
              .flatMap(recipient -> Optional.ofNullable(recipient.email()))
              .stream()
              .toList();
      case SMS ->
          profiles.find(userId).flatMap(profile -> Optional.ofNullable(profile.phone())).stream()
              .toList();
      case PUSH -> devices.tokensOf(userId);
      case IN_APP -> List.of(userId);
    };
  }

  /// The admins of the company and the managers of the shop; of every shop, when none is named.
  public List<Recipient> responsibleFor(String companyId, @Nullable String shopId) {
    List<Recipient> found = new ArrayList<>();
    Document staff = new Document("companyId", companyId).append("active", true);
    for (int page = 0; ; page++) {
      List<Recipient> some =
          recipients.list(staff, new PageQuery(page, PageQuery.MAX_SIZE, byId()));
      some.stream().filter(recipient -> recipient.answersFor(shopId)).forEach(found::add);
      if (some.size() < PageQuery.MAX_SIZE) {
        return found;
      }
    }
  }

  public void learnEmail(String userId, String email, long version) {
    learn(userId, new Document("email", email), "emailVersion", version);
  }

  public void learnRole(
      String userId, String role, @Nullable String companyId, List<String> shopIds, long version) {
    Document access =
        new Document("role", role).append("companyId", companyId).append("shopIds", shopIds);
    learn(userId, access, "roleVersion", version);
  }

  public void learnStanding(String userId, boolean active, long version) {
    learn(userId, new Document("active", active), "standingVersion", version);
  }

  public void store(Profile profile, long version) {
    var _ = profiles.replaceIfNewer(profile, version);
  }

  private void learn(String userId, Document part, String versionField, long version) {
    var _ = recipients.insert(Recipient.unknown(userId));
    Document older =
        new Document("_id", userId)
            .append(versionField, new Document("$not", new Document("$gte", version)));
    var _ = recipients.update(older, new Document("$set", part.append(versionField, version)));
  }

  private static List<PageQuery.Sort> byId() {
    return List.of(new PageQuery.Sort("_id", true));
  }
}
