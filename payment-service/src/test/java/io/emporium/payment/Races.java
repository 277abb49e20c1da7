package io.emporium.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Races over a real broker, a few of each by default. `-Drace.interleavings=200` runs more.
final class Races {

  private static final int INTERLEAVINGS = Integer.getInteger("race.interleavings", 10);
  private static final int AT_ONCE = 8;

  private Races() {}

  /// Runs a race many times, and tells how often it ended how.
  ///
  /// @param once says how it ended
  static Map<String, Integer> run(String pair, Callable<String> once) throws Exception {
    Map<String, Integer> ends = new TreeMap<>();
    List<Future<String>> races = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int n = 0; n < INTERLEAVINGS; n++) {
        races.add(threads.submit(once));
      }
    }
    for (Future<String> race : races) {
      ends.merge(race.get(), 1, Integer::sum);
    }
    System.out.printf("race %s: %d interleavings ended %s%n", pair, INTERLEAVINGS, ends);
    return ends;
  }

  /// All at once; their answers in order.
  static <T> List<T> together(List<Callable<T>> racers) throws Exception {
    List<T> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> one : threads.invokeAll(racers)) {
        answers.add(one.get());
      }
    }
    return answers;
  }
}
