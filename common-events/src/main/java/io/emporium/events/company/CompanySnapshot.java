package io.emporium.events.company;

/// A company as others need to know it. `status` is `active`, `suspended` or `closed`.
public record CompanySnapshot(
    String companyId, String name, String status, CompanySettings settings) {}
