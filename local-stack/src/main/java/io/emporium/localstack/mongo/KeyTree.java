package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A tree of sorted maps, one level per index key, with document positions in its leaves: any
/// leading run of keys can be looked up, and the key after it ranged over.
final class KeyTree {

  private final Node root = new Node();

  void add(List<Object> path, Object position) {
    Node node = root;
    for (Object value : path) {
      node = node.children().computeIfAbsent(value, ignored -> new Node());
    }
    node.add(position);
  }

  void remove(List<Object> path, Object position) {
    remove(root, path, 0, position);
  }

  private static void remove(Node node, List<Object> path, int depth, Object position) {
    if (depth == path.size()) {
      node.remove(position);
      return;
    }
    Object value = path.get(depth);
    Node child = node.children().get(value);
    if (child == null) {
      return;
    }
    remove(child, path, depth + 1, position);
    if (child.isEmpty()) {
      node.children().remove(value);
    }
  }

  /// Adds every position below the given conditions, giving up (false) once there are more than
  /// `limit`: then a scan is the cheaper way.
  boolean collect(List<Condition> conditions, int limit, Set<Object> found) {
    List<Node> level = List.of(root);
    for (Condition condition : conditions) {
      List<Node> next = new ArrayList<>();
      for (Node node : level) {
        next.addAll(condition.select(node.children()));
      }
      level = next;
    }
    for (Node node : level) {
      if (!node.collect(limit, found)) {
        return false;
      }
    }
    return true;
  }

  /// One level of the tree.
  static final class Node {
    private @Nullable NavigableMap<Object, Node> children;
    private @Nullable Object positions;

    NavigableMap<Object, Node> children() {
      if (children == null) {
        children = new TreeMap<>(Values.ORDER);
      }
      return children;
    }

    private boolean isEmpty() {
      return positions == null && (children == null || children.isEmpty());
    }

    private void add(Object position) {
      if (positions == null) {
        positions = position;
      } else if (positions instanceof Several several) {
        several.add(position);
      } else if (!positions.equals(position)) {
        Several several = new Several();
        several.add(positions);
        several.add(position);
        positions = several;
      }
    }

    private void remove(Object position) {
      if (positions instanceof Several several) {
        several.remove(position);
        if (several.isEmpty()) {
          positions = null;
        }
      } else if (position.equals(positions)) {
        positions = null;
      }
    }

    private boolean collect(int limit, Set<Object> found) {
      if (positions instanceof Several several) {
        found.addAll(several);
      } else if (positions != null) {
        found.add(positions);
      }
      if (found.size() > limit) {
        return false;
      }
      Collection<Node> below = children == null ? List.of() : children.values();
      for (Node child : below) {
        if (!child.collect(limit, found)) {
          return false;
        }
      }
      return true;
    }
  }

  /// Its own type, so that a position can never be taken for a set of positions.
  private static final class Several extends LinkedHashSet<Object> {
    private static final long serialVersionUID = 1L;
  }

  /// A condition on one key.
  sealed interface Condition {
    Collection<Node> select(NavigableMap<Object, Node> children);
  }

  /// Equal to one of the values.
  record OneOf(List<Object> values) implements Condition {
    @Override
    public Collection<Node> select(NavigableMap<Object, Node> children) {
      List<Node> nodes = new ArrayList<>();
      for (Object value : values) {
        Node node = children.get(value);
        if (node != null) {
          nodes.add(node);
        }
      }
      return nodes;
    }
  }

  /// Between two bounds, both included; the query matcher drops an excluded bound itself.
  record Between(@Nullable Object low, @Nullable Object high) implements Condition {
    @Override
    public Collection<Node> select(NavigableMap<Object, Node> children) {
      if (low != null && high != null) {
        return Values.ORDER.compare(low, high) > 0
            ? List.of()
            : children.subMap(low, true, high, true).values();
      }
      if (low != null) {
        return children.tailMap(low, true).values();
      }
      return children.headMap(high == null ? Missing.getInstance() : high, true).values();
    }
  }
}
