package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.emporium.localstack.mongo.KeyTree.Between;
import io.emporium.localstack.mongo.KeyTree.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the documents that may match a query by the leading keys of one index. It never misses
/// one: a document holding a value that does not sort plainly is among the answers to everything.
final class Lookup {

  private static final Pattern ARRAY_POSITION = Pattern.compile("(^|.*\\.)\\d+(\\..*|$)");

  private final List<String> fields;
  private final List<FieldPath> ways;
  private final KeyTree tree = new KeyTree();
  private final Set<Object> unsorted = new LinkedHashSet<>();
  private final boolean usable;
  private boolean holdsArrays;
  private long size;

  Lookup(List<String> fields) {
    this.fields = fields;
    this.ways = fields.stream().map(FieldPath::new).toList();
    this.usable = fields.stream().noneMatch(field -> ARRAY_POSITION.matcher(field).matches());
  }

  void add(Document document, Object position) {
    size++;
    List<List<Object>> paths = paths(document);
    if (paths == null) {
      unsorted.add(position);
      return;
    }
    holdsArrays |= paths.size() > 1;
    paths.forEach(path -> tree.add(path, position));
  }

  void remove(Document document, Object position) {
    size--;
    List<List<Object>> paths = paths(document);
    if (paths == null) {
      unsorted.remove(position);
      return;
    }
    paths.forEach(path -> tree.remove(path, position));
  }

  long size() {
    return size;
  }

  /// Whether a document stands where it stood: most updates change no indexed field.
  boolean isUntouched(Document before, Document after) {
    for (FieldPath way : ways) {
      if (!Objects.equals(way.in(before), way.in(after))) {
        return false;
      }
    }
    return true;
  }

  /// Whether more than one of the fields holds an array.
  boolean holdsParallelArrays(Document document) {
    int arrays = 0;
    for (FieldPath way : ways) {
      if (way.in(document) instanceof Collection) {
        arrays++;
      }
    }
    return arrays > 1;
  }

  /// How many leading keys the conditions cover.
  int coverage(Conditions conditions) {
    return usable && conditions.on(fields.getFirst()) != null ? leading(conditions).size() : 0;
  }

  /// The positions to look at, or null when there are more than `limit` of them.
  @Nullable Set<Object> positions(Conditions conditions, int limit) {
    Set<Object> found = new LinkedHashSet<>(unsorted);
    return tree.collect(leading(conditions), limit, found) && found.size() <= limit ? found : null;
  }

  private List<Condition> leading(Conditions conditions) {
    List<Condition> leading = new ArrayList<>();
    for (String field : fields) {
      Condition condition = conditions.on(field);
      if (condition == null) {
        return leading;
      }
      if (condition instanceof Between between) {
        leading.add(holdsArrays ? oneSided(between) : between);
        return leading;
      }
      leading.add(condition);
    }
    return leading;
  }

  /// Different elements of an array may satisfy the two bounds.
  private static Condition oneSided(Between between) {
    return between.low() == null ? between : new Between(between.low(), null);
  }

  /// One path per combination of array elements, or null for a value that does not sort plainly.
  private @Nullable List<List<Object>> paths(Document document) {
    List<Object> path = new ArrayList<>(ways.size());
    for (FieldPath way : ways) {
      Object value = way.in(document);
      if (value instanceof Collection) {
        return combinations(document);
      }
      if (!Values.isPlain(value)) {
        return null;
      }
      path.add(Values.normalized(value));
    }
    return List.of(path);
  }

  private @Nullable List<List<Object>> combinations(Document document) {
    List<List<Object>> paths = List.of(List.of());
    for (FieldPath way : ways) {
      Collection<Object> values = values(way.in(document));
      if (values == null) {
        return null;
      }
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> path : paths) {
        for (Object value : values) {
          List<Object> next = new ArrayList<>(path);
          next.add(value);
          longer.add(next);
        }
      }
      paths = longer;
    }
    return paths;
  }

  private static @Nullable Collection<Object> values(@Nullable Object value) {
    if (!(value instanceof Collection<?> elements)) {
      return Values.isPlain(value) ? List.of(Values.normalized(value)) : null;
    }
    Set<Object> values = new LinkedHashSet<>();
    for (Object element : elements) {
      if (!Values.isPlain(element)) {
        return null;
      }
      values.add(Values.normalized(element));
    }
    return values.isEmpty() ? List.of(Missing.getInstance()) : values;
  }
}
