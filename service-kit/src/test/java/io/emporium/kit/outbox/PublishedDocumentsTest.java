package io.emporium.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedDocumentsTest {

  private final PublishedDocuments published = new PublishedDocuments();

  @Test
  void waitsAWhileForCompany() {
    published.add(document("1", "1:1:0"), 1_000);
    published.add(document("2", "2:1:0"), 1_060);

    assertThat(published.dueInMillis(1_060)).isEqualTo(40);
    assertThat(published.dueInMillis(1_100)).isZero();
  }

  @Test
  void doesNotWaitForMoreThanEnough() {
    for (int i = 0; i < 64; i++) {
      published.add(document(Integer.toString(i), i + ":1:0"), 1_000);
    }

    assertThat(published.dueInMillis(1_000)).isZero();
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
