package io.emporium.shop.directory;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import io.emporium.shop.registry.Address;
import io.emporium.shop.registry.Contact;
import io.emporium.shop.registry.FulfilmentMethod;
import io.emporium.shop.registry.OpeningHours;
import io.emporium.shop.registry.Pickup;
import io.emporium.shop.registry.Shop;
import io.emporium.shop.registry.ShopDetails;
import io.emporium.shop.registry.ShopName;
import io.emporium.shop.registry.ShopStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A shop as anybody may see it.
@Document("public_shops")
@TypeAlias("public_shop")
@SharedAcrossTenants(reason = "the directory of shops is public")
public record PublicShop(
    @Id String id,
    String companyId,
    String name,
    String nameKey,
    String slug,
    boolean open,
    ZoneId timeZone,
    @Nullable Address address,
    @Nullable Contact contact,
    List<OpeningHours> openingHours,
    @Nullable Pickup pickup,
    List<FulfilmentMethod> fulfilmentMethods,
    List<String> paymentMethods,
    Instant createdAt) {

  public static PublicShop from(Shop shop) {
    ShopDetails details = shop.details();
    return new PublicShop(
        shop.id(),
        shop.company(),
        details.name(),
        ShopName.key(details.name()),
        shop.slug(),
        shop.status() == ShopStatus.OPEN,
        details.timeZone(),
        details.address(),
        details.contact(),
        details.openingHours(),
        details.pickup(),
        details.fulfilmentMethods(),
        details.paymentMethods(),
        shop.createdAt());
  }
}
