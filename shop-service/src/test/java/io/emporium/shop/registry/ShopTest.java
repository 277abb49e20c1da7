package io.emporium.shop.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.shop.trade.OpenTrade;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  /// Every command, and what each state makes of it: an event, nothing, or a refusal.
  private enum Order {
    OPEN(Shop::open, Void.class, ShopOpened.class, ShopOpened.class),
    PAUSE(Shop::pause, ShopUpdated.class, Void.class, null),
    CLOSE(shop -> shop.close(OpenTrade.NONE), ShopClosed.class, ShopClosed.class, Void.class),
    CHANGE(
        shop -> shop.change(named("Coffee")),
        ShopUpdated.class,
        ShopUpdated.class,
        ShopUpdated.class),
    ASSIGN(
        shop -> shop.assign("u1", "shop_staff", NOW),
        ShopStaffAssigned.class,
        ShopStaffAssigned.class,
        ShopStaffAssigned.class),
    DISMISS(
        shop -> shop.dismiss("u0"),
        ShopStaffRemoved.class,
        ShopStaffRemoved.class,
        ShopStaffRemoved.class);

    private final Function<Shop, Outcome> command;
    private final Class<?> open;
    private final Class<?> paused;
    private final @Nullable Class<?> closed;

    Order(
        Function<Shop, Outcome> command,
        Class<?> open,
        Class<?> paused,
        @Nullable Class<?> closed) {
      this.command = command;
      this.open = open;
      this.paused = paused;
      this.closed = closed;
    }

    @Nullable Class<?> expectedIn(ShopStatus status) {
      return switch (status) {
        case OPEN -> open;
        case PAUSED -> paused;
        case CLOSED -> closed;
      };
    }
  }

  static Stream<Arguments> everyStateAndCommand() {
    return Stream.of(ShopStatus.values())
        .flatMap(status -> Stream.of(Order.values()).map(order -> Arguments.of(status, order)));
  }

  @ParameterizedTest
  @MethodSource("everyStateAndCommand")
  void answersEveryCommandInEveryState(ShopStatus status, Order order) {
    Shop shop = shopIn(status);
    int before = shop.recorded().size();
    Class<?> expected = order.expectedIn(status);

    if (expected == null) {
      assertThatThrownBy(() -> order.command.apply(shop))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("shop_closed"));
      assertThat(shop.recorded()).hasSize(before);
    } else if (expected == Void.class) {
      assertThat(order.command.apply(shop)).isEqualTo(Outcome.ALREADY);
      assertThat(shop.recorded()).hasSize(before);
    } else {
      assertThat(order.command.apply(shop)).isEqualTo(Outcome.APPLIED);
      assertThat(shop.recorded().getLast()).isInstanceOf(expected);
      assertThat(order.command.apply(shop)).isEqualTo(Outcome.ALREADY);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ShopStatus.class,
      names = {"OPEN", "PAUSED"})
  void doesNotCloseWhileAnythingIsUnfinished(ShopStatus status) {
    Shop shop = shopIn(status);

    for (OpenTrade open :
        List.of(new OpenTrade(2, 0, 0), new OpenTrade(0, 1, 0), new OpenTrade(0, 0, 1))) {
      assertThatThrownBy(() -> shop.close(open))
          .hasMessageContaining(open.inWords())
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.code()).isEqualTo("shop_has_open_trade"));
    }
    assertThat(shop.status()).isEqualTo(status);
  }

  @Test
  void followsAccountsSilently() {
    Shop shop = shop();
    int before = shop.recorded().size();

    assertThat(shop.admit("u1", "shop_staff", NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(shop.admit("u1", "shop_staff", NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(shop.assign("u1", "shop_staff", NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(shop.forget("u1")).isEqualTo(Outcome.APPLIED);
    assertThat(shop.forget("u1")).isEqualTo(Outcome.ALREADY);
    assertThat(shop.recorded()).hasSize(before);
  }

  static Stream<Arguments> contradictions() {
    OpeningHours morning = new OpeningHours(DayOfWeek.MONDAY, "09:00", "13:00");
    return Stream.of(
        Arguments.of(
            open(new OpeningHours(DayOfWeek.MONDAY, "18:00", "09:00")), "/openingHours/0/closes"),
        Arguments.of(
            open(new OpeningHours(DayOfWeek.MONDAY, "09:00", "09:00")), "/openingHours/0/closes"),
        Arguments.of(
            open(morning, new OpeningHours(DayOfWeek.MONDAY, "12:59", "18:00")), "/openingHours/1"),
        Arguments.of(open(morning, morning), "/openingHours/1"),
        Arguments.of(details("Tea", "+02:00", null, null), "/timeZone"),
        Arguments.of(
            details("Tea", "UTC", new Address("1", null, "A", null, "1", "ZZ"), null),
            "/address/country"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void refusesDetailsThatContradictThemselves(ShopDetails wrong, String pointer) {
    Shop shop = shop();

    assertThatThrownBy(() -> shop.change(wrong))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.violations().getFirst().pointer()).isEqualTo(pointer));
    assertThatThrownBy(() -> Shop.create(new Shop.Opening("s2", "c1", "tea", wrong), NOW))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void opensTwiceADayAndPastMidnight() {
    Shop shop = shop();

    assertThat(
            shop.change(
                open(
                    new OpeningHours(DayOfWeek.FRIDAY, "09:00", "13:00"),
                    new OpeningHours(DayOfWeek.FRIDAY, "13:00", "24:00"),
                    new OpeningHours(DayOfWeek.SATURDAY, "00:00", "02:00"))))
        .isEqualTo(Outcome.APPLIED);
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

  private static Shop shopIn(ShopStatus status) {
    Shop shop = shop();
    List<Outcome> steps = new ArrayList<>();
    steps.add(shop.assign("u0", "shop_manager", NOW));
    switch (status) {
      case OPEN -> {
        // It begins so.
      }
      case PAUSED -> steps.add(shop.pause());
      case CLOSED -> steps.add(shop.close(OpenTrade.NONE));
    }
    assertThat(steps).allMatch(Outcome.APPLIED::equals);
    return shop;
  }

  private static Shop shop() {
    return Shop.create(new Shop.Opening("s1", "c1", "tea", named("Tea")), NOW);
  }

  private static ShopDetails named(String name) {
    return details(name, "UTC", null, List.of());
  }

  private static ShopDetails open(OpeningHours... week) {
    return details("Tea", "UTC", null, List.of(week));
  }

  private static ShopDetails details(
      String name, String zone, @Nullable Address address, @Nullable List<OpeningHours> week) {
    return new ShopDetails(
        name,
        ZoneId.of(zone),
        address,
        null,
        week == null ? List.of() : week,
        null,
        List.of(FulfilmentMethod.PICKUP),
        List.of(),
        List.of());
  }
}
