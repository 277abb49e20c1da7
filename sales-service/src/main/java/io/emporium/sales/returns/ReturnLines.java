package io.emporium.sales.returns;

import io.emporium.events.Money;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.order.ShippedLine;
import io.emporium.kit.problem.Refusal;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.OrderLine;
import io.emporium.sales.order.ReturnClaims;
import io.emporium.sales.returns.ReturnLine.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.annotation.PersistenceCreator;

/// The lines of a return. Never more comes back than was set aside for it.
record ReturnLines(List<ReturnLine> all) {

  @PersistenceCreator
  ReturnLines {
    all = List.copyOf(all);
  }

  static ReturnLines of(Order order, ReturnClaims.Claim claim) {
    return new ReturnLines(
        claim.lines().stream()
            .map(
                claimed -> {
                  OrderLine line = order.basket().lines().get(claimed.line() - 1);
                  return ReturnLine.of(claimed, line.name(), line.taxBasisPoints());
                })
            .toList());
  }

  /// @throws Refusal when a line is unknown, nothing comes, or more than was approved
  ReturnLines with(List<Portion> portions) {
    if (portions.stream().allMatch(each -> each.good() + each.damaged() == 0)) {
      throw Refusal.invalid("/lines", "must name at least one unit");
    }
    List<ReturnLine> updated = new ArrayList<>(all);
    for (int n = 0; n < portions.size(); n++) {
      Portion portion = portions.get(n);
      int at = indexOf(updated, portion.line());
      if (at < 0) {
        throw Refusal.invalid("/lines/" + n + "/line", "is no line of this return");
      }
      ReturnLine line = updated.get(at);
      if ((long) portion.good() + portion.damaged() > line.missing()) {
        throw Refusal.conflict(
            "more_than_returned",
            "Line " + line.line() + " has " + line.missing() + " units left to receive");
      }
      updated.set(at, line.with(portion));
    }
    return new ReturnLines(updated);
  }

  /// What of the portions can be sold again.
  List<StockLine> good(List<Portion> portions) {
    return portions.stream()
        .filter(portion -> portion.good() > 0)
        .flatMap(
            portion -> find(portion.line()).map(line -> portion.restocked(line.sku())).stream())
        .toList();
  }

  List<ShippedLine> shipped() {
    return all.stream().filter(each -> each.received() > 0).map(ReturnLine::shipped).toList();
  }

  /// For the units that have come back.
  Money refund() {
    return sum(ReturnLine::refund);
  }

  /// For all units that may come back.
  Money total() {
    return sum(ReturnLine::total);
  }

  Money zero() {
    return Money.zero(all.getFirst().total().currency());
  }

  /// Units received per line of the order.
  Map<Integer, Integer> received() {
    return all.stream().collect(Collectors.toMap(ReturnLine::line, ReturnLine::received));
  }

  private Optional<ReturnLine> find(int number) {
    return all.stream().filter(line -> line.line() == number).findFirst();
  }

  private Money sum(Function<ReturnLine, Money> part) {
    return all.stream().map(part).reduce(zero(), Money::plus);
  }

  private static int indexOf(List<ReturnLine> lines, int number) {
    for (int n = 0; n < lines.size(); n++) {
      if (lines.get(n).line() == number) {
        return n;
      }
    }
    return -1;
  }
}
