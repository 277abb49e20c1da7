package io.emporium.sales.order;

import io.emporium.events.order.ShippedLine;
import io.emporium.kit.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.PersistenceCreator;

/// All shipments of an order. Never more leaves than was ordered.
public record Fulfilments(List<Fulfilment> all) {

  /// How many units of a line are to leave.
  public record Portion(int line, int quantity) {}

  @PersistenceCreator
  public Fulfilments {
    all = List.copyOf(all);
  }

  static Fulfilments none() {
    return new Fulfilments(List.of());
  }

  Optional<Fulfilment> find(String id) {
    return all.stream().filter(fulfilment -> fulfilment.id().equals(id)).findFirst();
  }

  Fulfilments plus(Fulfilment shipped) {
    List<Fulfilment> more = new ArrayList<>(all);
    more.add(shipped);
    return new Fulfilments(more);
  }

  Fulfilments arrived(String id, Instant now) {
    return new Fulfilments(
        all.stream().map(each -> each.id().equals(id) ? each.arrived(now) : each).toList());
  }

  boolean complete(List<OrderLine> ordered) {
    return ordered.stream().allMatch(line -> remaining(line) == 0);
  }

  boolean allDelivered() {
    return all.stream().allMatch(Fulfilment::delivered);
  }

  /// @param portions empty for all that is left
  /// @throws Refusal when a line is unknown or fewer units are left
  List<ShippedLine> pick(List<OrderLine> ordered, List<Portion> portions) {
    List<ShippedLine> picked = new ArrayList<>();
    for (OrderLine line : ordered) {
      int left = remaining(line);
      int wanted = portions.isEmpty() ? left : wanted(line, portions);
      if (wanted > left) {
        throw Refusal.conflict(
            "more_than_ordered", "Line " + line.line() + " has " + left + " units left to ship");
      }
      if (wanted > 0) {
        picked.add(new ShippedLine(line.line(), line.sku(), wanted));
      }
    }
    requireKnown(ordered, portions);
    return picked;
  }

  private static void requireKnown(List<OrderLine> ordered, List<Portion> portions) {
    for (int n = 0; n < portions.size(); n++) {
      int asked = portions.get(n).line();
      if (ordered.stream().noneMatch(line -> line.line() == asked)) {
        throw Refusal.invalid("/lines/" + n + "/line", "is no line of this order");
      }
    }
  }

  private static int wanted(OrderLine line, List<Portion> portions) {
    return portions.stream()
        .filter(portion -> portion.line() == line.line())
        .mapToInt(Portion::quantity)
        .sum();
  }

  private int remaining(OrderLine line) {
    int shipped =
        all.stream()
            .flatMap(fulfilment -> fulfilment.lines().stream())
            .filter(each -> each.line() == line.line())
            .mapToInt(ShippedLine::quantity)
            .sum();
    return line.quantity() - shipped;
  }
}
