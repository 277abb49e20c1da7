package io.emporium.fleet.cli;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.client.UnexpectedAnswer;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said when a command line is not understood, or cannot be carried out.
public final class Complaints {
  private Complaints() {}

  /// Exit code 2, and where to read more.
  public static int misunderstood(ParameterException exception, String[] arguments) {
    var command = exception.getCommandLine();
    var name = command.getCommandSpec().qualifiedName();
    var isMain = command.getParent() == null;
    PrintWriter err = command.getErr();
    err.println("fleet: " + reason(exception, isMain ? "there is no command" : "not understood:"));
    err.println("       See ./" + name + (isMain ? " help" : " --help"));
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String reason(ParameterException exception, String stranger) {
    return exception instanceof UnmatchedArgumentException unmatched
        ? stranger + " '" + String.join(" ", unmatched.getUnmatched()) + "'"
        : String.valueOf(exception.getMessage());
  }

  /// Exit code 1. A problem is for the reader; anything else is a fault of the driver and shows
  /// where it is.
  public static int failed(Exception exception, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    switch (exception) {
      case FleetProblem problem -> err.println("fleet: " + problem.getMessage());
      case UnexpectedAnswer answer -> err.println("fleet: " + answer.getMessage());
      case UncheckedIOException unreachable -> err.println("fleet: " + unreachable.getMessage());
      default -> exception.printStackTrace(err);
    }
    err.flush();
    return 1;
  }
}
