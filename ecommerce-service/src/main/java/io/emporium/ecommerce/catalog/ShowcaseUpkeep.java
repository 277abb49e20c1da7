package io.emporium.ecommerce.catalog;

import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.ecommerce.stock.StockBoard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Fills what this instance keeps in memory: after its consumers have started, so that no change
/// falls between, and before the web server does. Afterwards it looks now and then for what live
/// news, which nobody repeats, may have missed.
@Component
class ShowcaseUpkeep implements SmartLifecycle {

  private static final int AFTER_CONSUMERS_BEFORE_WEB = Integer.MAX_VALUE - 4_000;
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final OpenDoors doors;
  private final StockBoard stock;
  private final ProductIndex index;
  private final Showcase showcase;
  private final Clock clock;
  private Instant caughtUp;
  private volatile boolean running;

  ShowcaseUpkeep(
      OpenDoors doors, StockBoard stock, ProductIndex index, Showcase showcase, Clock clock) {
    this.doors = doors;
    this.stock = stock;
    this.index = index;
    this.showcase = showcase;
    this.clock = clock;
    this.caughtUp = clock.instant();
  }

  @Override
  public void start() {
    caughtUp = clock.instant();
    doors.reload();
    stock.reload();
    showcase.fill();
    running = true;
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void catchUp() {
    if (!running) {
      return;
    }
    Instant now = clock.instant();
    Instant since = caughtUp.minus(OVERLAP);
    doors.reload();
    stock.catchUp(since, index::restock);
    showcase.catchUp(since);
    caughtUp = now;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return AFTER_CONSUMERS_BEFORE_WEB;
  }
}
