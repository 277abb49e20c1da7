package io.emporium.inventory.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param sweepInterval how often unfinished work and overdue holds are looked for
/// @param resumeAfter how long work may stand still before the sweep goes on with it
/// @param expiryGrace how long past its time an unpaid hold is left alone; the saga's own deadline
///   is shorter, so this is only a safety net. Not below `resumeAfter`
/// @param warehouseCache how long the list of a company's warehouses is believed, and a shop's
///   choice of them
/// @param ledgerPatience how long an on-hand change may be missing from the ledger
/// @param lowStockThreshold for companies that have set none
@ConfigurationProperties("emporium.inventory")
public record InventoryProperties(
    @DefaultValue("5s") Duration sweepInterval,
    @DefaultValue("10s") Duration resumeAfter,
    @DefaultValue("30s") Duration expiryGrace,
    @DefaultValue("5s") Duration warehouseCache,
    @DefaultValue("60s") Duration ledgerPatience,
    @DefaultValue("5") long lowStockThreshold) {}
