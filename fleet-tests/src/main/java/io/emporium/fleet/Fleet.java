package io.emporium.fleet;

import io.emporium.fleet.cli.AuditCommand;
import io.emporium.fleet.cli.BenchCommand;
import io.emporium.fleet.cli.ChaosCommand;
import io.emporium.fleet.cli.Complaints;
import io.emporium.fleet.cli.DemoCommand;
import io.emporium.fleet.cli.DownCommand;
import io.emporium.fleet.cli.LogsCommand;
import io.emporium.fleet.cli.ParkedCommand;
import io.emporium.fleet.cli.ReplayCommand;
import io.emporium.fleet.cli.StatusCommand;
import io.emporium.fleet.cli.TestCommand;
import io.emporium.fleet.cli.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `./fleet`: runs Emporium on this machine.
@Command(
    name = "fleet",
    description = "Runs Emporium on this machine.",
    mixinStandardHelpOptions = true,
    version = Fleet.VERSION,
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
  static final String VERSION = "Emporium 1.0.0";

  private Fleet() {}

  static void main(String[] args) {
    var commands = new CommandLine(new Fleet());
    commands.getSubcommands().values().forEach(one -> one.getCommandSpec().version(VERSION));
    commands.setParameterExceptionHandler(Complaints::misunderstood);
    commands.setExecutionExceptionHandler(Complaints::failed);
    var arguments = args.length == 0 ? new String[] {"help"} : args;
    System.exit(commands.execute(arguments));
  }
}
