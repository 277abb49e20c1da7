package io.emporium.company.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.company.business.OpenBusiness;
import io.emporium.events.Money;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.company.CompanyUpdated;
import io.emporium.events.company.TaxRate;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompanyTest {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Currency USD = Currency.getInstance("USD");

  /// Every command, and what each state makes of it: an event, nothing, or a refusal.
  private enum Order {
    RENAME(company -> company.rename("New"), CompanyUpdated.class, CompanyUpdated.class, null),
    CHANGE_SETTINGS(
        company -> company.changeSettings(settings(List.of(), 9)),
        CompanySettingsChanged.class,
        CompanySettingsChanged.class,
        null),
    SUSPEND(company -> company.suspend("unpaid", NOW), CompanySuspended.class, Void.class, null),
    ACTIVATE(Company::activate, Void.class, CompanyActivated.class, null),
    CLOSE(
        company -> company.close(OpenBusiness.NONE, NOW),
        CompanyClosed.class,
        CompanyClosed.class,
        Void.class);

    private final Function<Company, Outcome> command;
    private final Class<?> active;
    private final Class<?> suspended;
    private final @Nullable Class<?> closed;

    Order(
        Function<Company, Outcome> command,
        Class<?> active,
        Class<?> suspended,
        @Nullable Class<?> closed) {
      this.command = command;
      this.active = active;
      this.suspended = suspended;
      this.closed = closed;
    }

    @Nullable Class<?> expectedIn(CompanyStatus status) {
      return switch (status) {
        case ACTIVE -> active;
        case SUSPENDED -> suspended;
        case CLOSED -> closed;
      };
    }
  }

  static Stream<Arguments> everyStateAndCommand() {
    return Stream.of(CompanyStatus.values())
        .flatMap(status -> Stream.of(Order.values()).map(order -> Arguments.of(status, order)));
  }

  @ParameterizedTest
  @MethodSource("everyStateAndCommand")
  void answersEveryCommandInEveryState(CompanyStatus status, Order order) {
    Company company = companyIn(status);
    int before = company.recorded().size();
    Class<?> expected = order.expectedIn(status);

    if (expected == null) {
      assertThatThrownBy(() -> order.command.apply(company))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("company_closed"));
      assertThat(company.recorded()).hasSize(before);
    } else if (expected == Void.class) {
      assertThat(order.command.apply(company)).isEqualTo(Outcome.ALREADY);
      assertThat(company.recorded()).hasSize(before);
    } else {
      assertThat(order.command.apply(company)).isEqualTo(Outcome.APPLIED);
      assertThat(company.recorded().getLast()).isInstanceOf(expected);
      assertThat(order.command.apply(company)).isEqualTo(Outcome.ALREADY);
    }
  }

  @Test
  void remembersWhyItIsSuspendedUntilItIsActiveAgain() {
    Company company = companyIn(CompanyStatus.SUSPENDED);
    assertThat(company.suspension()).contains(new Suspension("unpaid", NOW));

    assertThat(company.activate()).isEqualTo(Outcome.APPLIED);

    assertThat(company.suspension()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = CompanyStatus.class,
      names = {"ACTIVE", "SUSPENDED"})
  void doesNotCloseWhileAnythingIsUnfinished(CompanyStatus status) {
    Company company = companyIn(status);

    for (OpenBusiness open : List.of(new OpenBusiness(1, 0), new OpenBusiness(0, 1))) {
      assertThatThrownBy(() -> company.close(open, NOW))
          .hasMessageContaining(open.inWords())
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.code()).isEqualTo("company_has_open_business"));
    }
    assertThat(company.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(CompanyStatus.class)
  void opensItsBooksOnceInEveryState(CompanyStatus status) {
    Company company = companyIn(status);

    assertThat(company.openBooks(NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(company.openBooks(NOW.plusSeconds(1))).isEqualTo(Outcome.ALREADY);
    assertThat(company.booksOpenedAt()).contains(NOW);
  }

  @Test
  void keepsCurrencyAndZoneOnceItsBooksAreOpen() {
    Company company = companyIn(CompanyStatus.ACTIVE);
    assertThat(company.changeSettings(settings("EUR", "Europe/Berlin"))).isEqualTo(Outcome.APPLIED);
    assertThat(company.openBooks(NOW)).isEqualTo(Outcome.APPLIED);

    assertThatThrownBy(() -> company.changeSettings(settings("USD", "Europe/Berlin")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("currency_fixed"));
    assertThatThrownBy(() -> company.changeSettings(settings("EUR", "UTC")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("time_zone_fixed"));
    assertThat(company.changeSettings(settings("EUR", "Europe/Berlin"))).isEqualTo(Outcome.ALREADY);
  }

  static Stream<Arguments> contradictions() {
    List<TaxRate> twice = List.of(new TaxRate("food", 700), new TaxRate("food", 900));
    return Stream.of(
        Arguments.of(settings("XXX", "UTC"), "/currency"),
        Arguments.of(settings("XAU", "UTC"), "/currency"),
        Arguments.of(settings("USD", "+02:00"), "/timeZone"),
        Arguments.of(settings(twice, 5), "/taxRates/1/taxClass"),
        Arguments.of(limited(Money.of(100, "EUR")), "/refundApprovalLimit/currency"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void refusesSettingsThatContradictThemselves(CompanySettings wrong, String pointer) {
    Company company = companyIn(CompanyStatus.ACTIVE);

    assertThatThrownBy(() -> company.changeSettings(wrong))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.violations().getFirst().pointer()).isEqualTo(pointer));
    assertThatThrownBy(() -> Company.create("c2", "Acme", wrong, NOW)).isInstanceOf(Refusal.class);
  }

  @Test
  void findsNamesWhateverTheirCaseAndAccents() {
    assertThat(CompanyName.key("  Café\t Noir ")).isEqualTo("cafe noir");
  }

  private static Company companyIn(CompanyStatus status) {
    Company company = Company.create("c1", "Acme", settings("USD", "UTC"), NOW);
    List<Outcome> steps = new ArrayList<>();
    switch (status) {
      case ACTIVE -> {
        // It begins so.
      }
      case SUSPENDED -> steps.add(company.suspend("unpaid", NOW));
      case CLOSED -> steps.add(company.close(OpenBusiness.NONE, NOW));
    }
    assertThat(steps).allMatch(Outcome.APPLIED::equals);
    return company;
  }

  private static CompanySettings settings(String currency, String zone) {
    return settings(Currency.getInstance(currency), ZoneId.of(zone), List.of(), null, 5);
  }

  private static CompanySettings settings(List<TaxRate> rates, long threshold) {
    return settings(USD, UTC, rates, null, threshold);
  }

  private static CompanySettings limited(Money limit) {
    return settings(USD, UTC, List.of(), limit, 5);
  }

  private static CompanySettings settings(
      Currency currency, ZoneId zone, List<TaxRate> rates, @Nullable Money limit, long threshold) {
    return new CompanySettings(
        currency, zone, true, rates, 1_800, "ORD-", "INV-", true, limit, threshold);
  }
}
