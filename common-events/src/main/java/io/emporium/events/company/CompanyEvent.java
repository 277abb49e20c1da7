package io.emporium.events.company;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about companies; each carries the whole company, so that the newest alone is enough.
@PublishedBy("company-service")
public sealed interface CompanyEvent extends Fact
    permits CompanyActivated,
        CompanyClosed,
        CompanyCreated,
        CompanySettingsChanged,
        CompanySuspended,
        CompanyUpdated {}
