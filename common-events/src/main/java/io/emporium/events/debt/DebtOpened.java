package io.emporium.events.debt;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// A debt with its schedule exists.
@Contract("debt.opened")
public record DebtOpened(String debtId, String creditor, Money principal, int instalments)
    implements DebtEvent {}
