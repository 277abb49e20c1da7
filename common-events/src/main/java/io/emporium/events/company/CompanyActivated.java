package io.emporium.events.company;

import io.emporium.events.Contract;

/// A suspended company is active again.
@Contract("company.activated")
public record CompanyActivated(CompanySnapshot company) implements CompanyEvent {}
