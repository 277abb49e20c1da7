package io.emporium.auth.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The tokens of one account that are on their way or in its mailbox.
///
/// A new one leaves earlier ones alone: otherwise a stranger who asks for one after the other would
/// void the one that the owner is about to use. They are few at a time, so that nobody's mailbox is
/// flooded either.
public record PendingTokens(List<Pending> all) {

  private static final int MOST = 3;
  private static final Duration APART = Duration.ofMinutes(1);

  /// One of them.
  public record Pending(Purpose purpose, String digest, Instant sentAt, Instant validUntil) {}

  public static PendingTokens none() {
    return new PendingTokens(List.of());
  }

  /// Whether another letter of this kind may be sent now.
  public boolean hasRoomFor(Purpose purpose, Instant now) {
    List<Pending> living =
        all.stream().filter(one -> one.purpose == purpose && one.validUntil.isAfter(now)).toList();
    return living.size() < MOST
        && living.stream().allMatch(one -> !now.isBefore(one.sentAt.plus(APART)));
  }

  /// With one more, and without those whose time is over.
  public PendingTokens with(Letter letter, Instant now) {
    List<Pending> living = new ArrayList<>(all);
    living.removeIf(one -> !one.validUntil.isAfter(now));
    living.add(
        new Pending(letter.token().purpose(), letter.token().digest(), now, letter.validUntil()));
    return new PendingTokens(living);
  }

  public boolean contain(OneUseToken token, Instant now) {
    String digest = token.digest();
    return all.stream()
        .anyMatch(
            one ->
                one.purpose == token.purpose()
                    && one.digest.equals(digest)
                    && one.validUntil.isAfter(now));
  }

  /// Without any for this purpose.
  public PendingTokens without(Purpose purpose) {
    return new PendingTokens(all.stream().filter(one -> one.purpose != purpose).toList());
  }
}
