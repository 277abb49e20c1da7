package io.emporium.fleet.story;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Terminal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole story through a gateway, whoever runs behind it.
public final class Story {

  private final Cast cast;
  private final StoryTeller teller;
  private final Outbox outside;
  private final Map<String, String> settings;
  private final LocalDate today;
  private final Terminal terminal;

  /// @param sandbox local-stack's address, null where there is none
  /// @param settings the fleet's, for the super admin's credentials
  public Story(
      URI gateway,
      @Nullable URI sandbox,
      Map<String, String> settings,
      Terminal terminal,
      Clock clock) {
    Api api = new Api(gateway);
    this.cast = new Cast(api, Long.toString(clock.millis() / 100, Character.MAX_RADIX));
    this.teller = new StoryTeller(terminal);
    this.outside = new Outbox(sandbox == null ? null : api.at(sandbox));
    this.settings = settings;
    this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    this.terminal = terminal;
  }

  /// @return the step that did not hold, and why; empty when all did
  public Optional<String> play() {
    long start = System.nanoTime();
    try {
      new OpeningShop(
              cast,
              teller,
              settings.getOrDefault("SUPER_ADMIN_EMAIL", ""),
              settings.getOrDefault("SUPER_ADMIN_PASSWORD", ""))
          .play();
      new ShowingStock(cast, teller).play();
      new JoiningByMail(cast, teller, outside).play();
      new BuyingLaptop(cast, teller, outside).play();
      new Trouble(cast, teller, outside).play();
      new SellingAtTheTill(cast, teller).play();
      new ComingBack(cast, teller).play();
      new GivingGoodwill(cast, teller).play();
      new MovingStock(cast, teller).play();
      new OwingMoney(cast, teller, today).play();
      new SeedRoutes(cast, teller).play();
    } catch (StoryTeller.StoryBroken e) {
      terminal.line("");
      terminal.line(terminal.bad("The story broke at: " + e.title()));
      return Optional.of(String.valueOf(e.getMessage()));
    }
    terminal.line("");
    terminal.line(
        terminal.good("The story holds")
            + ": %d steps in %s".formatted(teller.told(), Durations.since(start)));
    return Optional.empty();
  }
}
