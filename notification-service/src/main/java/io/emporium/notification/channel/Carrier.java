package io.emporium.notification.channel;

/// Takes messages of one channel to its provider.
public interface Carrier {

  Channel channel();

  /// Whether the operator has given what the provider needs.
  boolean configured();

  /// Never throws for what a provider may do; answers within its time-outs.
  SendResult send(OutgoingMessage message);
}
