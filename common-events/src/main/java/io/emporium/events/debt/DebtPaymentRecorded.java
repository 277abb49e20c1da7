package io.emporium.events.debt;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// A payment was allocated; `outstanding` is what is left.
@Contract("debt.payment_recorded")
public record DebtPaymentRecorded(String debtId, String paymentId, Money amount, Money outstanding)
    implements DebtEvent {}
