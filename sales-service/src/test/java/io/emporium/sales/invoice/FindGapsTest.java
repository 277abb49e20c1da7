package io.emporium.sales.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongBinaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Three numbers of 2026 were taken when the series was read.
class FindGapsTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @Test
  void whatIsTakenAndWrittenMeanwhileIsNoDocumentTooMany() {
    FindGaps.Report report = FindGaps.report(taken(3), 2026, written(1, 2, 3, 4));

    assertThat(report.gapless()).isTrue();
    assertThat(report.last()).isEqualTo(3);
    assertThat(report.issued()).isEqualTo(3);
  }

  @Test
  void aNumberWithoutItsDocumentIsMissingWhateverIsWrittenMeanwhile() {
    FindGaps.Report report = FindGaps.report(taken(3), 2026, written(1, 3, 4));

    assertThat(report.gapless()).isFalse();
    assertThat(report.missing()).containsExactly(2L);
    assertThat(report.issued()).isEqualTo(2);
    assertThat(report.open()).isEqualTo(1);
  }

  @Test
  void aYearWithoutNumbersHasNoGap() {
    FindGaps.Report report = FindGaps.report(taken(3), 2027, written());

    assertThat(report.gapless()).isTrue();
    assertThat(report.last()).isZero();
  }

  private static NumberSeries taken(int numbers) {
    NumberSeries series = NumberSeries.begun("acme", InvoiceKind.INVOICE);
    for (int n = 1; n <= numbers; n++) {
      Outcome outcome =
          series.take(
              Occasion.sale("o" + n, NOW),
              ZoneOffset.UTC,
              () -> false,
              NumberSeries.Crediting.NOTHING);
      assertThat(outcome).isEqualTo(Outcome.APPLIED);
    }
    return series;
  }

  private static LongBinaryOperator written(long... numbers) {
    return (from, to) ->
        LongStream.of(numbers).filter(number -> from <= number && number <= to).count();
  }
}
