package io.emporium.kit.testing.crash;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One use of a handler: what is given, what arrives, and how one sees what came of it.
///
/// @param situation tells samples of one contract apart
/// @param given makes a world of its own every time
public record Sample(
    Class<? extends Message> contract, String situation, Supplier<Prepared> given) {

  /// @param message to be delivered
  /// @param others correlation ids under which work goes on that the message sets off, such as a
  ///   call to a provider
  /// @param state what came of it; ids, numbers of orders and instants in it are not compared. May
  ///   wait for what takes a moment
  public record Prepared(
      Envelope<? extends Message> message, List<String> others, Supplier<String> state) {

    public Prepared(Envelope<? extends Message> message, Supplier<String> state) {
      this(message, List.of(), state);
    }

    List<String> correlations() {
      return Stream.concat(Stream.of(message.correlationid()), others.stream()).distinct().toList();
    }
  }

  @Override
  public String toString() {
    return contract.getSimpleName() + " " + situation;
  }
}
