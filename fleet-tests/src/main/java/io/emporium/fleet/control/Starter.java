package io.emporium.fleet.control;

import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.roster.Service;
import java.io.IOException;

/// Starts one service, or hands back the one that runs already.
@FunctionalInterface
interface Starter {
  FleetProcess start(Service service) throws IOException;
}
