package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An update that only sets, unsets or appends to fields at the top of a document: what services
/// send most. It shares with the old document whatever stays, where the library copies all of it
/// twice. Everything else, and every mistake, is left to the library.
final class PlainUpdate {

  private static final Set<String> OPERATORS = Set.of("$set", "$unset", "$push");
  private static final Set<String> PUSH_MODIFIERS = Set.of("$each", "$slice");

  private final Document set;
  private final Document unset;
  private final Document push;

  private PlainUpdate(Document update) {
    this.set = part(update, "$set");
    this.unset = part(update, "$unset");
    this.push = part(update, "$push");
  }

  private static Document part(Document update, String operator) {
    return update.get(operator) instanceof Document part ? part : new Document();
  }

  /// Null when it is not plain.
  static @Nullable PlainUpdate of(Document update) {
    Set<String> fields = new HashSet<>();
    for (Map.Entry<String, Object> operator : update.entrySet()) {
      if (!OPERATORS.contains(operator.getKey())
          || !(operator.getValue() instanceof Document part)
          || !isPlain(part, fields)) {
        return null;
      }
    }
    PlainUpdate plain = new PlainUpdate(update);
    return !fields.isEmpty() && plain.push.values().stream().allMatch(PlainUpdate::isPlainPush)
        ? plain
        : null;
  }

  private static boolean isPlain(Document part, Set<String> fields) {
    for (String field : part.keySet()) {
      boolean plainName =
          !field.isEmpty()
              && field.charAt(0) != '$'
              && field.indexOf('.') < 0
              && !field.equals("_id");
      if (!plainName || !fields.add(field)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainPush(@Nullable Object pushed) {
    return !(pushed instanceof Document modifiers && modifiers.containsKey("$each"))
        || (PUSH_MODIFIERS.containsAll(modifiers.keySet())
            && modifiers.get("$each") instanceof Collection
            && modifiers.getOrDefault("$slice", 0) instanceof Number);
  }

  /// The document after the update, `before` itself when that changes nothing, or null when the
  /// library has to say what is wrong.
  @Nullable Document appliedTo(Document before) {
    Document after = new Document(before);
    boolean changed = false;
    for (Map.Entry<String, Object> field : set.entrySet()) {
      Object old = before.getOrMissing(field.getKey());
      if (old instanceof Missing || !Values.same(old, field.getValue())) {
        after.put(field.getKey(), field.getValue());
        changed = true;
      }
    }
    for (String field : unset.keySet()) {
      changed |= before.containsKey(field);
      after.remove(field);
    }
    for (Map.Entry<String, Object> field : push.entrySet()) {
      Object old = before.getOrMissing(field.getKey());
      if (!Missing.isNullOrMissing(old) && !(old instanceof List)) {
        return null;
      }
      List<@Nullable Object> list = pushed(old, field.getValue());
      changed |= !list.equals(old);
      after.put(field.getKey(), list);
    }
    return changed ? after : before;
  }

  private static List<@Nullable Object> pushed(@Nullable Object old, @Nullable Object pushed) {
    List<@Nullable Object> list = new ArrayList<>();
    if (old instanceof List<?> before) {
      list.addAll(before);
    }
    if (!(pushed instanceof Document modifiers
        && modifiers.get("$each") instanceof Collection<?> each)) {
      list.add(pushed);
      return list;
    }
    list.addAll(each);
    return modifiers.get("$slice") instanceof Number slice ? sliced(list, slice.intValue()) : list;
  }

  /// The first so many; the last so many when negative.
  private static List<@Nullable Object> sliced(List<@Nullable Object> list, int slice) {
    return slice < 0
        ? new ArrayList<>(list.subList(Math.max(0, list.size() + slice), list.size()))
        : new ArrayList<>(list.subList(0, Math.min(slice, list.size())));
  }
}
