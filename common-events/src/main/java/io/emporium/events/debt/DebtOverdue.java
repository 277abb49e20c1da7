package io.emporium.events.debt;

import io.emporium.events.Contract;
import io.emporium.events.Money;
import java.time.LocalDate;

/// An instalment is past its due date.
@Contract("debt.overdue")
public record DebtOverdue(String debtId, int instalment, Money outstanding, LocalDate dueOn)
    implements DebtEvent {}
