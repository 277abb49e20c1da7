package io.emporium.sales.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Money;
import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.Stored;
import io.emporium.sales.order.Orders.Goods;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class NumberSeriesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  /// 10.00 at 19 % and 10.00 at 7 %.
  private static final List<TaxSum> INVOICED = List.of(rate(1_900, 840, 160), rate(700, 935, 65));

  private static final Uncredited NOTHING_LEFT =
      new Uncredited(List.of(rate(1_900, 0, 0), rate(700, 0, 0)));

  /// The database with the guard of `AggregateStore`: who read an older version does not write.
  private static final class Database {
    private Document series = Stored.of(NumberSeries.begun("acme", InvoiceKind.CREDIT_NOTE));
    private int version;
    private final Map<String, TakenNumber> notes = new HashMap<>();

    private Map<String, List<TaxSum>> written(String order) {
      return notes.values().stream()
          .filter(note -> note.occasion().orderId().equals(order))
          .collect(Collectors.toMap(note -> note.occasion().invoiceId(), TakenNumber::credited));
    }
  }

  /// One attempt to write one credit note, step by step, so that others can come in between.
  private static final class Writer {
    private final Database db;
    private final Occasion refund;
    private NumberSeries read;
    private int readVersion;
    private TakenNumber number;
    private boolean done;

    private Writer(Database db, Occasion refund) {
      this.db = db;
      this.refund = refund;
    }

    void step() {
      if (read == null) {
        read = Stored.read(NumberSeries.class, db.series);
        readVersion = db.version;
      } else if (number == null) {
        decide();
      } else {
        // An insert under an id that may be taken already.
        db.notes.putIfAbsent(refund.invoiceId(), number);
        done = true;
      }
    }

    private void decide() {
      if (read.open().size() >= 4) {
        var unused = read.forget(Set.copyOf(db.notes.keySet()));
      }
      Outcome outcome =
          read.take(
              refund,
              ZoneOffset.UTC,
              () -> db.notes.containsKey(refund.invoiceId()),
              open ->
                  Uncredited.leftFor(refund, INVOICED, open, db.written(refund.orderId()))
                      .taking(refund.amount()));
      if (outcome == Outcome.APPLIED && readVersion != db.version) {
        read = null;
        return;
      }
      if (outcome == Outcome.APPLIED) {
        db.series = Stored.of(read);
        db.version++;
      }
      read.numberOf(refund.invoiceId()).ifPresentOrElse(taken -> number = taken, () -> done = true);
    }
  }

  @Test
  void noGapAndNoCentTooMuchHoweverManyWritersAreMixedRepeatedAndDie() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Database db = new Database();
      List<Writer> writers = new ArrayList<>();
      // Ten orders, each given back in three parts: all of it.
      for (int order = 0; order < 10; order++) {
        long first = 1 + random.nextInt(900);
        long second = 1 + random.nextInt(900);
        for (long part : List.of(first, second, 2_000 - first - second)) {
          Occasion refund = refund("o" + order, part, writers.size());
          writers.add(new Writer(db, refund));
          writers.add(new Writer(db, refund));
        }
      }
      while (!writers.isEmpty()) {
        int at = random.nextInt(writers.size());
        Writer writer = writers.get(at);
        writer.step();
        if (writer.done) {
          writers.remove(at);
        } else if (random.nextInt(10) == 0) {
          // It dies, and its message comes again.
          writers.set(at, new Writer(db, writer.refund));
        }
      }

      assertThat(db.notes.values().stream().map(TakenNumber::count))
          .as("seed " + seed)
          .doesNotHaveDuplicates()
          .hasSize(30)
          .allMatch(number -> number >= 1 && number <= 30);
      assertThat(Stored.read(NumberSeries.class, db.series).last(2026)).isEqualTo(30);
      for (int order = 0; order < 10; order++) {
        assertThat(credited(db, "o" + order)).as("seed " + seed).isEqualTo(NOTHING_LEFT);
      }
    }
  }

  private static Uncredited credited(Database db, String order) {
    return Uncredited.of(INVOICED, db.written(order).values());
  }

  private static Occasion refund(String order, long amount, int n) {
    return Occasion.refund(order, "r" + n, Money.of(amount, "EUR"), NOW);
  }

  private static TaxSum rate(int basisPoints, long net, long tax) {
    return new TaxSum(
        basisPoints, Money.of(net, "EUR"), Money.of(tax, "EUR"), Money.of(net + tax, "EUR"));
  }

  @Test
  void anInvoiceIsReadBackAsItWasWritten() {
    DeliveryAddress address =
        new DeliveryAddress("Ada", "Street 1", null, "Berlin", null, "10115", "DE", null);
    Invoice invoice = Invoices.of(List.of(new Goods("TEA", "Tea", 2, 999, "standard")), address);

    Invoice again = Stored.readBack(Invoice.class, invoice);

    assertThat(Stored.of(again)).isEqualTo(Stored.of(invoice));
    assertThat(again.parties()).isEqualTo(invoice.parties());
    assertThat(again.lines()).isEqualTo(invoice.lines());
    assertThat(again.total()).isEqualTo(Money.of(1_988, "EUR"));
  }
}
