package io.emporium.sales.order;

import io.emporium.events.order.ShippedLine;
import io.emporium.kit.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.data.annotation.PersistenceCreator;

/// All fulfilments of an order. Never more leaves than was ordered.
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

  Fulfilments plus(Fulfilment begun) {
    List<Fulfilment> more = new ArrayList<>(all);
    more.add(begun);
    return new Fulfilments(more);
  }

  Fulfilments with(Fulfilment changed) {
    return new Fulfilments(
        all.stream().map(each -> each.id().equals(changed.id()) ? changed : each).toList());
  }

  /// What has not left is unpacked again.
  Fulfilments calledOff(Instant now) {
    FulfilOrder.Move unpacked = FulfilOrder.Move.to(FulfilmentState.CANCELLED);
    return new Fulfilments(
        all.stream().map(each -> each.state().gone() ? each : each.moved(unpacked, now)).toList());
  }

  /// Everything has left the shop.
  boolean complete(List<OrderLine> ordered) {
    return ordered.stream().allMatch(line -> line.quantity() == gone(line));
  }

  boolean anyGone() {
    return all.stream().anyMatch(each -> each.state().gone());
  }

  boolean allArrived(List<OrderLine> ordered) {
    return ordered.stream().allMatch(line -> line.quantity() == units(line, FulfilmentState::over));
  }

  int gone(OrderLine line) {
    return units(line, FulfilmentState::gone);
  }

  /// @param portions empty for all that is left
  /// @throws Refusal when a line is unknown, fewer units are left, or nothing is
  List<ShippedLine> pick(List<OrderLine> ordered, List<Portion> portions) {
    requireKnown(ordered, portions);
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
    if (picked.isEmpty()) {
      throw Refusal.conflict("nothing_left_to_pack", "Everything is packed or has left already");
    }
    return picked;
  }

  static void requireKnown(List<OrderLine> ordered, List<Portion> portions) {
    for (int n = 0; n < portions.size(); n++) {
      int asked = portions.get(n).line();
      if (ordered.stream().noneMatch(line -> line.line() == asked)) {
        throw Refusal.invalid("/lines/" + n + "/line", "is no line of this order");
      }
    }
  }

  static int wanted(OrderLine line, List<Portion> portions) {
    long sum =
        portions.stream()
            .filter(portion -> portion.line() == line.line())
            .mapToLong(Portion::quantity)
            .sum();
    return Math.clamp(sum, 0, Integer.MAX_VALUE);
  }

  private int remaining(OrderLine line) {
    return line.quantity() - units(line, state -> state != FulfilmentState.CANCELLED);
  }

  private int units(OrderLine line, Predicate<FulfilmentState> counted) {
    return all.stream()
        .filter(fulfilment -> counted.test(fulfilment.state()))
        .flatMap(fulfilment -> fulfilment.lines().stream())
        .filter(each -> each.line() == line.line())
        .mapToInt(ShippedLine::quantity)
        .sum();
  }
}
