package io.emporium.events.shop;

import java.time.ZoneId;
import java.util.List;

/// A shop as others need to know it. `status` is `open`, `paused` or `closed`, and only an open one
/// takes orders; `warehousePriority` lists warehouse ids, best first, and may be empty.
public record ShopSnapshot(
    String shopId,
    String companyId,
    String name,
    String slug,
    String status,
    ZoneId timeZone,
    List<String> warehousePriority,
    List<String> fulfilmentMethods,
    List<String> paymentMethods) {}
