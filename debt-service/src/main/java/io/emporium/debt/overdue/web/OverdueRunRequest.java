package io.emporium.debt.overdue.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

record OverdueRunRequest(@NotNull LocalDate businessDate) {}
