package io.emporium.events.company;

import io.emporium.events.Contract;

/// Name or contact changed.
@Contract("company.updated")
public record CompanyUpdated(CompanySnapshot company) implements CompanyEvent {}
