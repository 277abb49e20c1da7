package io.emporium.fleet.cli;

import io.emporium.fleet.audit.Audit;
import io.emporium.fleet.audit.Drift;
import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.RunningFleet;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    description = {
      "Compares the books of stock, payments, orders, analytics and the providers.",
      "Replays their ledgers and prints where two of them disagree."
    },
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
  @Option(
      names = "--gateway",
      converter = HttpAddress.class,
      paramLabel = "URL",
      description = "Audit whatever answers there; broker and provider ledger are not looked at.")
  private @Nullable URI gateway;

  @Option(names = "--fail-on-drift", description = "Exit code 1 when anything disagrees.")
  private boolean failOnDrift;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long differences may be on their way (${DEFAULT-VALUE}).")
  private int patience = 30;

  @Override
  public Integer call() throws IOException {
    var fleet = FleetContext.own(FleetHome.root(), FleetHome.terminal());
    var sources =
        gateway == null
            ? new RunningFleet(fleet).auditSources()
            : new Audit.Sources(gateway, null, null);
    var audit = new Audit(sources, fleet.settings().values(), fleet.terminal(), Clock.systemUTC());
    List<Drift> drifts = audit.run(Duration.ofSeconds(patience));
    return failOnDrift && !drifts.isEmpty() ? 1 : 0;
  }
}
