package io.emporium.debt.overdue;

import java.time.LocalDate;

/// What a run did.
///
/// @param debtsMarked with at least one instalment that had not been overdue before
public record OverdueRun(LocalDate businessDate, long debtsMarked) {}
