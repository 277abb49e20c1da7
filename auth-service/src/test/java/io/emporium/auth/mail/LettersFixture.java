package io.emporium.auth.mail;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// Letters of a test, written at one moment.
public final class LettersFixture {

  private LettersFixture() {}

  public static Letters at(Instant now) {
    return new Letters(
        new LinkProperties(
            URI.create("https://shop.example/"),
            Duration.ofHours(48),
            Duration.ofMinutes(30),
            Duration.ofDays(7)),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
