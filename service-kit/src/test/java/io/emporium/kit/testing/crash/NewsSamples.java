package io.emporium.kit.testing.crash;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Samples of news of one kind of subject, each in a world of its own.
///
/// @param <W> such a world
public final class NewsSamples<W> {

  private static final long BEFORE = 1;
  private static final long NOW = 2;

  private final Consumer<Envelope<? extends Message>> teller;
  private final Supplier<W> worlds;
  private final Function<W, String> subject;
  private final Function<W, @Nullable String> company;
  private final Function<W, String> state;

  NewsSamples(
      Consumer<Envelope<? extends Message>> teller,
      Supplier<W> worlds,
      Function<W, String> subject,
      Function<W, @Nullable String> company,
      Function<W, String> state) {
    this.teller = teller;
    this.worlds = worlds;
    this.subject = subject;
    this.company = company;
    this.state = state;
  }

  /// Nothing has been heard of the subject before.
  public Sample first(
      Class<? extends Message> contract, String situation, Function<W, ? extends Message> news) {
    return new Sample(contract, situation, () -> prepared(worlds.get(), news));
  }

  /// @param before what has been heard and handled already
  public Sample after(
      Function<W, ? extends Message> before,
      Class<? extends Message> contract,
      String situation,
      Function<W, ? extends Message> news) {
    return new Sample(
        contract,
        situation,
        () -> {
          W world = worlds.get();
          String id = subject.apply(world);
          teller.accept(
              TestBroker.envelope(
                  id, company.apply(world), BEFORE, "before-" + id, before.apply(world)));
          return prepared(world, news);
        });
  }

  private Prepared prepared(W world, Function<W, ? extends Message> news) {
    return new Prepared(
        TestBroker.envelope(subject.apply(world), company.apply(world), NOW, news.apply(world)),
        () -> state.apply(world));
  }
}
