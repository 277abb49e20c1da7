package io.emporium.gateway.edge;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Finds the client behind trusted proxies. What a stranger writes into `X-Forwarded-For` counts
/// for nothing.
@Component
class ClientAddresses {

  private final List<IpSubnetFilterRule> trusted;

  ClientAddresses(EdgeProperties properties) {
    this.trusted =
        properties.trustedProxies().stream()
            .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
            .toList();
  }

  String of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    if (remote == null || remote.getAddress() == null) {
      return "unknown";
    }
    if (!isTrusted(remote)) {
      return remote.getAddress().getHostAddress();
    }
    List<String> hops = request.getHeaders().getValuesAsList("X-Forwarded-For");
    for (String hop : hops.reversed()) {
      InetSocketAddress address = parse(hop);
      if (address == null) {
        break;
      }
      if (!isTrusted(address)) {
        return address.getAddress().getHostAddress();
      }
    }
    return remote.getAddress().getHostAddress();
  }

  /// As the client used it: a trusted proxy may have taken the TLS off.
  String schemeOf(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    boolean https =
        "https".equals(request.getURI().getScheme())
            || (remote != null
                && isTrusted(remote)
                && "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto")));
    return https ? "https" : "http";
  }

  private boolean isTrusted(InetSocketAddress address) {
    for (IpSubnetFilterRule network : trusted) {
      if (network.matches(address)) {
        return true;
      }
    }
    return false;
  }

  // Literal addresses only: a name would be looked up.
  private static @Nullable InetSocketAddress parse(String hop) {
    InetAddress literal = NetUtil.createInetAddressFromIpAddressString(hop.strip());
    return literal == null ? null : new InetSocketAddress(literal, 0);
  }
}
