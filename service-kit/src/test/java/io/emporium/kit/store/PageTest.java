package io.emporium.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

  private static final LongSupplier UNASKED =
      () -> {
        throw new AssertionError("counted for nothing");
      };

  /// `counted` is what is there once the page has been read: somebody wrote in between.
  @ParameterizedTest
  @CsvSource({
    "0, 2, 7, 7",
    "0, 2, 1, 2",
    "1, 2, 3, 4",
    "2, 0, 3, 3",
    "2, 0, 9, 4",
  })
  void theNumberOfAllNeverContradictsWhatIsShown(int page, int shown, long counted, long total) {
    List<String> items = Collections.nCopies(shown, "x");

    Page<String> read = Page.read(items, new PageQuery(page, 2, List.of()), () -> counted);

    assertThat(read.totalItems()).isEqualTo(total);
    assertThat(read.totalPages()).isEqualTo((total + 1) / 2);
  }

  @Test
  void theLastPageTellsTheNumberByItself() {
    assertThat(Page.read(List.of(), PageQuery.first(2), UNASKED).totalItems()).isZero();
    assertThat(Page.read(List.of("x"), PageQuery.first(2), UNASKED).totalItems()).isEqualTo(1);
    assertThat(Page.read(List.of("x"), new PageQuery(3, 2, List.of()), UNASKED).totalItems())
        .isEqualTo(7);
  }
}
