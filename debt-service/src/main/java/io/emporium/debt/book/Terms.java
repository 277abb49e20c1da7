package io.emporium.debt.book;

import io.emporium.events.Money;
import org.jspecify.annotations.Nullable;

/// What a company owes, to whom and on which days.
///
/// @param reference of the contract or the supplier's invoice
/// @param schedule adds up to the principal
public record Terms(
    String creditor,
    Money principal,
    Schedule schedule,
    @Nullable String text,
    @Nullable String reference) {}
