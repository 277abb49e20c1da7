package io.emporium.events.debt;

import io.emporium.events.Contract;

/// Nothing is owed any longer.
@Contract("debt.settled")
public record DebtSettled(String debtId) implements DebtEvent {}
