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
import org.bson.Document;
import org.junit.jupiter.api.Test;

class NumberSeriesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  /// The database with the guard of `AggregateStore`: who read an older version does not write.
  private static final class Database {
    private Document series = Stored.of(NumberSeries.begun("acme", InvoiceKind.INVOICE));
    private int version;
    private final Map<String, Long> invoices = new HashMap<>();
  }

  /// One attempt to write one invoice, step by step, so that others can come in between.
  private static final class Writer {
    private final Database db;
    private final String order;
    private NumberSeries read;
    private int readVersion;
    private Long number;
    private boolean done;

    private Writer(Database db, String order) {
      this.db = db;
      this.order = order;
    }

    void step() {
      if (read == null) {
        read = Stored.read(NumberSeries.class, db.series);
        readVersion = db.version;
      } else if (number == null) {
        decide();
      } else {
        // An insert under an id that may be taken already.
        db.invoices.putIfAbsent("inv-" + order, number);
        done = true;
      }
    }

    private void decide() {
      Occasion occasion = Occasion.sale(order, NOW);
      if (read.open().size() >= 4) {
        var unused = read.forget(Set.copyOf(db.invoices.keySet()));
      }
      Outcome outcome =
          read.take(occasion, ZoneOffset.UTC, () -> db.invoices.containsKey("inv-" + order));
      if (outcome == Outcome.APPLIED && readVersion != db.version) {
        read = null;
        return;
      }
      if (outcome == Outcome.APPLIED) {
        db.series = Stored.of(read);
        db.version++;
      }
      read.numberOf("inv-" + order)
          .ifPresentOrElse(taken -> number = taken.count(), () -> done = true);
    }
  }

  @Test
  void noGapHoweverManyWritersAreMixedRepeatedAndDie() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Database db = new Database();
      List<Writer> writers = new ArrayList<>();
      for (int order = 0; order < 30; order++) {
        writers.add(new Writer(db, "o" + order));
        writers.add(new Writer(db, "o" + order));
      }
      while (!writers.isEmpty()) {
        int at = random.nextInt(writers.size());
        Writer writer = writers.get(at);
        writer.step();
        if (writer.done) {
          writers.remove(at);
        } else if (random.nextInt(10) == 0) {
          // It dies, and its message comes again.
          writers.set(at, new Writer(db, writer.order));
        }
      }

      assertThat(db.invoices.values()).as("seed " + seed).doesNotHaveDuplicates().hasSize(30);
      assertThat(db.invoices.values()).allMatch(number -> number >= 1 && number <= 30);
      assertThat(Stored.read(NumberSeries.class, db.series).last(2026)).isEqualTo(30);
    }
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
