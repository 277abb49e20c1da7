package io.emporium.notification.channel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The carrier of each channel that has a provider.
@Component
public final class Carriers {

  private final Map<Channel, Carrier> byChannel = new EnumMap<>(Channel.class);

  Carriers(List<Carrier> carriers) {
    carriers.forEach(carrier -> byChannel.put(carrier.channel(), carrier));
  }

  /// Empty when the channel has no provider or the operator has not set it up.
  public Optional<Carrier> of(Channel channel) {
    return Optional.ofNullable(byChannel.get(channel)).filter(Carrier::configured);
  }
}
