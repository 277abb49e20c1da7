package io.emporium.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void namesTheProcessThatHoldsAPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var owner = Ports.owner(socket.getLocalPort()).orElseThrow();

      assertThat(owner.pid()).isEqualTo(ProcessHandle.current().pid());
      assertThat(owner.describe())
          .contains("port " + socket.getLocalPort())
          .contains("pid " + owner.pid())
          .contains("java");
    }
  }

  @Test
  void skipsTakenPorts() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.freeFrom(socket.getLocalPort())).isGreaterThan(socket.getLocalPort());
    }
  }

  @Test
  void tellsWhenTheHolderIsHidden() {
    assertThat(new PortOwner(5672, 0, "rabbitmq", "").describe())
        .isEqualTo("port 5672 is held by a process of user rabbitmq (run as root to see it)");
  }
}
