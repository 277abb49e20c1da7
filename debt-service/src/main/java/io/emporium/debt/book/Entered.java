package io.emporium.debt.book;

import java.time.Instant;

/// When something was entered into the book, and by whom.
public record Entered(Instant at, String by) {}
