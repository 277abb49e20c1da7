package io.emporium.sales.order;

import io.emporium.events.Money;
import io.emporium.events.order.ShippedLine;
import io.emporium.kit.problem.Refusal;
import io.emporium.sales.order.Fulfilments.Portion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.annotation.PersistenceCreator;

/// Which units, and how much of the money, the returns of an order have taken for themselves. Kept
/// in the order, so that two returns never get the same unit: whoever writes first has it.
public record ReturnClaims(List<Claim> all) {

  private static final int MOST = 50;
  private static final String ERRAND = "return-";

  /// What a customer wants to give back.
  ///
  /// @param portions at least one
  public record Wish(String returnId, List<Portion> portions, String reason) {}

  /// @param lines what is set aside, with its share of the line's total and tax
  /// @param shipping whether the shipping goes back with it
  public record Claim(
      String returnId, List<ClaimedLine> lines, String reason, Instant at, boolean shipping) {

    /// At least one line, or the claim is gone.
    public Money total() {
      return lines.stream().map(ClaimedLine::total).reduce(Money::plus).orElseThrow();
    }

    List<ShippedLine> shipped() {
      return lines.stream()
          .map(line -> new ShippedLine(line.line(), line.sku(), line.quantity()))
          .toList();
    }
  }

  /// @param total what the customer paid for these units, tax included
  /// @param tax contained in it
  public record ClaimedLine(int line, String sku, int quantity, Money total, Money tax) {

    /// What fewer of these units are worth.
    public ClaimedLine of(int fewer) {
      return new ClaimedLine(
          line,
          sku,
          fewer,
          Proration.share(fewer, quantity, total),
          Proration.share(fewer, quantity, tax));
    }
  }

  /// The id of what a return asks of payment or inventory.
  public static String errand(String returnId, int number) {
    return ERRAND + returnId + "-" + number;
  }

  /// The return that a refund or restock belongs to; empty for those of other kinds.
  public static Optional<String> ownerOf(String errand) {
    int end = errand.lastIndexOf('-');
    return errand.startsWith(ERRAND) && end > ERRAND.length()
        ? Optional.of(errand.substring(ERRAND.length(), end))
        : Optional.empty();
  }

  @PersistenceCreator
  public ReturnClaims {
    all = List.copyOf(all);
  }

  static ReturnClaims none() {
    return new ReturnClaims(List.of());
  }

  public Optional<Claim> find(String returnId) {
    return all.stream().filter(claim -> claim.returnId().equals(returnId)).findFirst();
  }

  /// @throws Refusal when a line is unknown, or fewer units have left the shop and were not
  ///   returned yet
  Claim claim(Wish wish, List<OrderLine> ordered, Fulfilments fulfilments, Instant now) {
    Fulfilments.requireKnown(ordered, wish.portions());
    if (all.size() >= MOST) {
      throw Refusal.conflict("too_many_returns", "An order takes no more than 50 returns");
    }
    List<ClaimedLine> lines = new ArrayList<>();
    for (OrderLine line : ordered) {
      int wanted = Fulfilments.wanted(line, wish.portions());
      int left = fulfilments.gone(line) - units(line);
      if (wanted > left) {
        throw Refusal.conflict(
            "more_than_shipped",
            "Line " + line.line() + " has " + left + " shipped units that can be returned");
      }
      if (wanted > 0) {
        lines.add(remaining(line).of(wanted));
      }
    }
    return new Claim(wish.returnId(), lines, wish.reason(), now, false);
  }

  ReturnClaims plus(Claim claim) {
    List<Claim> more = new ArrayList<>(all);
    more.add(claim);
    return new ReturnClaims(more);
  }

  ReturnClaims settled(String returnId, Map<Integer, Integer> received) {
    List<Claim> kept = new ArrayList<>();
    for (Claim claim : all) {
      Claim shrunk = claim.returnId().equals(returnId) ? shrunk(claim, received) : claim;
      if (!shrunk.lines().isEmpty()) {
        kept.add(shrunk);
      }
    }
    return new ReturnClaims(kept);
  }

  boolean shippingOf(String returnId) {
    return find(returnId).map(Claim::shipping).orElse(false);
  }

  boolean shippingClaimed() {
    return all.stream().anyMatch(Claim::shipping);
  }

  ReturnClaims withShipping(String returnId) {
    return new ReturnClaims(
        all.stream()
            .map(
                claim ->
                    claim.returnId().equals(returnId)
                        ? new Claim(returnId, claim.lines(), claim.reason(), claim.at(), true)
                        : claim)
            .toList());
  }

  private static Claim shrunk(Claim claim, Map<Integer, Integer> received) {
    List<ClaimedLine> lines = new ArrayList<>();
    for (ClaimedLine line : claim.lines()) {
      int units = Math.min(received.getOrDefault(line.line(), 0), line.quantity());
      if (units > 0) {
        lines.add(line.of(units));
      }
    }
    return new Claim(claim.returnId(), lines, claim.reason(), claim.at(), claim.shipping());
  }

  // All of the line that no return has claimed.
  private ClaimedLine remaining(OrderLine line) {
    Money total = line.total();
    Money tax = line.tax();
    for (ClaimedLine claimed : claimed(line)) {
      total = total.minus(claimed.total());
      tax = tax.minus(claimed.tax());
    }
    return new ClaimedLine(line.line(), line.sku(), line.quantity() - units(line), total, tax);
  }

  private int units(OrderLine line) {
    return claimed(line).stream().mapToInt(ClaimedLine::quantity).sum();
  }

  private List<ClaimedLine> claimed(OrderLine line) {
    return all.stream()
        .flatMap(claim -> claim.lines().stream())
        .filter(each -> each.line() == line.line())
        .toList();
  }
}
