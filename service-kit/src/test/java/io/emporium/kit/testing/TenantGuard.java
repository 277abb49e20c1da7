package io.emporium.kit.testing;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import io.emporium.kit.tenancy.TenantCriteria;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/// Watches every command that the driver sends. One on a tenant collection without the tenant's
/// predicate and without the mark of platform scope is a violation.
///
/// @see SharedAcrossTenants for collections that have no tenant
public final class TenantGuard implements CommandListener {

  /// What the kit itself keeps, for all tenants.
  private static final Set<String> OF_THE_KIT =
      Set.of("announcements", "request_audit", "idempotency_keys", "counters");

  private static final Set<String> OWNERS = Set.of("companyId", "customerId", "userId");

  private final Map<String, Boolean> shared = new ConcurrentHashMap<>();
  private final List<Violation> violations = new CopyOnWriteArrayList<>();

  /// @param collections of classes marked [SharedAcrossTenants]
  void allow(Iterable<String> collections) {
    collections.forEach(name -> shared.put(name, true));
  }

  /// What was found since the last call.
  List<String> violations() {
    List<Violation> found = List.copyOf(violations);
    violations.clear();
    // What a service asks while it starts comes before anybody said which collections are shared.
    return found.stream()
        .filter(violation -> !isOpen(violation.collection()))
        .map(Violation::command)
        .toList();
  }

  private record Violation(String collection, String command) {}

  @Override
  public void commandStarted(CommandStartedEvent event) {
    BsonDocument command = event.getCommand();
    BsonValue collection = command.get(event.getCommandName());
    if (collection == null || !collection.isString() || isOpen(collection.asString().getValue())) {
      return;
    }
    switch (event.getCommandName()) {
      case "find" -> check(event, command.getDocument("filter"));
      case "count", "distinct", "findAndModify" -> check(event, command.getDocument("query"));
      case "update", "delete" ->
          command
              .getArray(event.getCommandName() + "s")
              .forEach(part -> check(event, part.asDocument().getDocument("q")));
      case "aggregate" -> check(event, firstMatch(command));
      default -> {
        // Inserts carry their tenant or are refused by their constructors; the rest is
        // administration.
      }
    }
  }

  private boolean isOpen(String collection) {
    return OF_THE_KIT.contains(collection) || shared.containsKey(collection);
  }

  private static @Nullable BsonDocument firstMatch(BsonDocument command) {
    List<BsonValue> stages = command.getArray("pipeline").getValues();
    return stages.isEmpty() || !stages.getFirst().asDocument().containsKey("$match")
        ? null
        : stages.getFirst().asDocument().getDocument("$match");
  }

  private void check(CommandStartedEvent event, @Nullable BsonDocument filter) {
    BsonDocument command = event.getCommand();
    boolean platform =
        command.containsKey("comment")
            && command.get("comment").isString()
            && command.getString("comment").getValue().equals(TenantCriteria.PLATFORM_COMMENT);
    if (!platform && !namesOwner(filter)) {
      String collection = command.getString(event.getCommandName()).getValue();
      violations.add(new Violation(collection, command.toJson()));
    }
  }

  private static boolean namesOwner(@Nullable BsonDocument filter) {
    if (filter == null) {
      return false;
    }
    if (filter.keySet().stream().anyMatch(OWNERS::contains)) {
      return true;
    }
    return filter.containsKey("$and")
        && filter.getArray("$and").stream().anyMatch(part -> namesOwner(part.asDocument()));
  }
}
