package io.emporium.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedDocumentsTest {

  private final PublishedDocuments published = new PublishedDocuments();

  @Test
  void waitsUntilADocumentIsQuiet() {
    published.add(document("1", "1:1:0"), 1_000);
    published.add(document("1", "1:2:0"), 1_300);

    assertThat(published.dueInMillis(1_300)).isEqualTo(400);
    assertThat(published.dueInMillis(1_700)).isZero();
  }

  @Test
  void doesNotWaitForADocumentThatIsNeverQuiet() {
    for (int at = 1_000; at < 2_000; at += 100) {
      published.add(document("1", "1:" + at + ":0"), at);
    }

    assertThat(published.dueInMillis(2_000)).isZero();
    assertThat(published.takeDue(2_000)).hasSize(1);
  }

  @Test
  void takesAlongWhatIsNearlyDueAndLeavesWhatIsNot() {
    published.add(document("1", "1:1:0"), 1_000);
    published.add(document("2", "2:1:0"), 1_150);
    published.add(document("3", "3:1:0"), 1_390);

    assertThat(published.takeDue(1_400))
        .extracting(PendingDocument::id)
        .containsExactlyInAnyOrder("1", "2");
    assertThat(published.dueInMillis(1_400)).isEqualTo(390);
  }

  @Test
  void doesNotWaitForMoreThanEnough() {
    for (int i = 0; i < 256; i++) {
      published.add(document(Integer.toString(i), i + ":1:0"), 1_000);
    }

    assertThat(published.dueInMillis(1_000)).isZero();
    assertThat(published.takeDue(1_000)).hasSize(256);
  }

  @Test
  void namesAnEntryOnceThatWentOutTwice() {
    published.add(document("1", "1:1:0"), 1_000);
    published.add(document("1", "1:1:0"), 1_010);

    assertThat(published.takeAll())
        .singleElement()
        .satisfies(taken -> assertThat(taken.entries()).hasSize(1));
  }

  @Test
  void takesWhatOneDocumentPublishedTwiceOutTogether() {
    published.add(document("1", "1:1:0", "1:1:1"), 1_000);
    published.add(document("1", "1:2:0"), 1_010);

    List<PendingDocument> all = published.takeAll();

    assertThat(all).hasSize(1);
    assertThat(all.getFirst().entries())
        .extracting(OutboxEntry::id)
        .containsExactly("1:1:0", "1:1:1", "1:2:0");
    assertThat(published.isEmpty()).isTrue();
  }

  private static PendingDocument document(String id, String... entries) {
    return new PendingDocument(
        "orders",
        id,
        Arrays.stream(entries)
            .map(entry -> new OutboxEntry(entry, "order.created", false, "{}", 0))
            .toList());
  }
}
