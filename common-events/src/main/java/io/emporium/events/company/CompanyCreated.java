package io.emporium.events.company;

import io.emporium.events.Contract;

/// A company exists and is active.
@Contract("company.created")
public record CompanyCreated(CompanySnapshot company) implements CompanyEvent {}
