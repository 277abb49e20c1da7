package io.emporium.events.debt;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about debts of companies.
@PublishedBy("debt-service")
public sealed interface DebtEvent extends Fact
    permits DebtOpened, DebtOverdue, DebtPaymentRecorded, DebtSettled {}
