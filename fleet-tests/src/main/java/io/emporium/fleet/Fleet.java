package io.emporium.fleet;

import io.emporium.fleet.cli.AuditCommand;
import io.emporium.fleet.cli.BenchCommand;
import io.emporium.fleet.cli.ChaosCommand;
import io.emporium.fleet.cli.DemoCommand;
import io.emporium.fleet.cli.DownCommand;
import io.emporium.fleet.cli.LogsCommand;
import io.emporium.fleet.cli.ParkedCommand;
import io.emporium.fleet.cli.ReplayCommand;
import io.emporium.fleet.cli.StatusCommand;
import io.emporium.fleet.cli.TestCommand;
import io.emporium.fleet.cli.UpCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/// `./fleet`: runs Emporium on this machine.
@Command(
    name = "fleet",
    description = "Runs Emporium on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      ChaosCommand.class,
      AuditCommand.class,
      ParkedCommand.class,
      ReplayCommand.class,
      TestCommand.class,
      HelpCommand.class
    },
    footer = {"", "State, logs and data live in .fleet/; settings in .env (see .env.example)."})
public final class Fleet {
  private Fleet() {}

  static void main(String[] args) {
    var commands = new CommandLine(new Fleet());
    commands.setExecutionExceptionHandler(Fleet::explain);
    var arguments = args.length == 0 ? new String[] {"help"} : args;
    System.exit(commands.execute(arguments));
  }

  /// A problem is for the reader; anything else is a fault of the driver and shows where it is.
  private static int explain(Exception exception, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (exception instanceof FleetProblem) {
      err.println("fleet: " + exception.getMessage());
    } else {
      exception.printStackTrace(err);
    }
    err.flush();
    return 1;
  }
}
