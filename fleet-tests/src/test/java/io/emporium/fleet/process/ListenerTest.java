package io.emporium.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {
  private static final String HEADING =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

  @Test
  void readsListenersOnlyFromTheIpv4Table() {
    var lines =
        List.of(
            HEADING,
            "   0: 00000000:1628 00000000:0000 0A 00000000:00000000 00:00000000 00000000   103        0 26795 1 0 100 0 0 10 0",
            "   1: 0100007F:8C4A 0100007F:1628 01 00000000:00000000 00:00000000 00000000     0        0 31337 1 0 20 4 30 10 -1");

    assertThat(Listener.parse(lines)).containsExactly(new Listener(5672, 103, 26795));
  }

  @Test
  void readsTheIpv6Table() {
    var lines =
        List.of(
            HEADING,
            "   0: 00000000000000000000000000000000:1F40 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0 100 0 0 10 0");

    assertThat(Listener.parse(lines)).containsExactly(new Listener(8000, 1000, 4711));
  }
}
