package io.emporium.auth.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Whom an address stands for. Every household has 2⁶⁴ addresses of IPv6 to try from, so only the
/// network part counts.
public final class Neighbourhood {

  private static final int NETWORK_BYTES = 8;

  private Neighbourhood() {}

  public static String of(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
