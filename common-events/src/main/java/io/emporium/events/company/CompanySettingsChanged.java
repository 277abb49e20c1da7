package io.emporium.events.company;

import io.emporium.events.Contract;

/// Settings differ from now on.
@Contract("company.settings_changed")
public record CompanySettingsChanged(CompanySnapshot company) implements CompanyEvent {}
