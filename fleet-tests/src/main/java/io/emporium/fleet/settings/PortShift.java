package io.emporium.fleet.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Moves a whole fleet to other ports, so that a test fleet lives beside the developer's own.
public record PortShift(int offset) {
  public static final PortShift NONE = new PortShift(0);
  private static final Pattern LOOPBACK = Pattern.compile("((?:127\\.0\\.0\\.1|localhost):)(\\d+)");
  private static final Set<String> BARE_PORTS = Set.of("SMTP_PORT", "RABBITMQ_PORT");
  private static final Set<Integer> LOCAL_STACK = Set.of(27017, 3025, 8090);

  public int of(int port) {
    return port + offset;
  }

  public Settings of(Settings settings) {
    var shifted = new LinkedHashMap<String, String>();
    for (Map.Entry<String, String> setting : settings.values().entrySet()) {
      var value = setting.getValue();
      shifted.put(
          setting.getKey(), BARE_PORTS.contains(setting.getKey()) ? bare(value) : addresses(value));
    }
    return settings.with(shifted);
  }

  private String bare(String port) {
    return port.isEmpty() ? port : Integer.toString(of(Integer.parseInt(port)));
  }

  private String addresses(String value) {
    return LOOPBACK
        .matcher(value)
        .replaceAll(
            match -> {
              var port = Integer.parseInt(match.group(2));
              return match.group(1) + (isOurs(port) ? of(port) : port);
            });
  }

  private static boolean isOurs(int port) {
    return (port >= 8000 && port <= 8012) || LOCAL_STACK.contains(port);
  }
}
