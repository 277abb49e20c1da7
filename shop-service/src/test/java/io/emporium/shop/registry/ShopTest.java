package io.emporium.shop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopTest {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  @Test
  void opensAtOnceAndSaysSo() {
    Shop shop = shop();

    assertThat(shop.status()).isEqualTo(ShopStatus.OPEN);
    assertThat(shop.recorded()).hasExactlyElementsOfTypes(ShopCreated.class);
    assertThat(((ShopCreated) shop.recorded().getFirst()).shop().fulfilmentMethods())
        .containsExactly("pickup");
  }

  @Test
  void closesAndOpensOnceEach() {
    Shop shop = shop();

    assertThat(shop.open()).isEqualTo(Outcome.ALREADY);
    assertThat(shop.close()).isEqualTo(Outcome.APPLIED);
    assertThat(shop.close()).isEqualTo(Outcome.ALREADY);
    assertThat(shop.open()).isEqualTo(Outcome.APPLIED);
    assertThat(shop.recorded())
        .hasExactlyElementsOfTypes(ShopCreated.class, ShopClosed.class, ShopOpened.class);
  }

  @Test
  void keepsOneRolePerPerson() {
    Shop shop = shop();

    assertThat(shop.assign("u1", "shop_staff", NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(shop.assign("u1", "shop_staff", NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(shop.assign("u1", "shop_manager", NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(shop.staff()).containsExactly(new StaffMember("u1", "shop_manager", NOW));
    assertThat(shop.dismiss("u1")).isEqualTo(Outcome.APPLIED);
    assertThat(shop.dismiss("u1")).isEqualTo(Outcome.ALREADY);
    assertThat(shop.recorded())
        .hasExactlyElementsOfTypes(
            ShopCreated.class,
            ShopStaffAssigned.class,
            ShopStaffAssigned.class,
            ShopStaffRemoved.class);
  }

  @Test
  void makesASlugOfAnyName() {
    assertThat(Slug.from("Café Noir & Co.")).isEqualTo("cafe-noir-co");
    assertThat(Slug.from("東京")).isEqualTo("shop");
    assertThat(Slug.from("x".repeat(200))).hasSize(60);
  }

  private static Shop shop() {
    ShopDetails details =
        new ShopDetails(
            "Tea",
            ZoneId.of("UTC"),
            null,
            null,
            List.of(),
            List.of(FulfilmentMethod.PICKUP),
            List.of(),
            List.of());
    return Shop.create(new Shop.Opening("s1", "c1", "tea", details), NOW);
  }
}
