package io.emporium.events.company;

import io.emporium.events.Contract;
import java.time.Instant;

/// The company is closed for good; its financial records stay.
@Contract("company.closed")
public record CompanyClosed(CompanySnapshot company, Instant notBefore) implements CompanyEvent {}
