package io.emporium.events.shop;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about shops and who works there.
@PublishedBy("shop-service")
public sealed interface ShopEvent extends Fact
    permits ShopClosed, ShopCreated, ShopOpened, ShopStaffAssigned, ShopStaffRemoved, ShopUpdated {}
