package io.emporium.fleet.suite;

import java.io.IOException;

/// One part of the whole test. It ends well or throws.
record Stage(String name, Action action) {

  @FunctionalInterface
  interface Action {
    void run() throws IOException, InterruptedException;
  }
}
