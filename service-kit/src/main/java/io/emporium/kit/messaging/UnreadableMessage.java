package io.emporium.kit.messaging;

import org.jspecify.annotations.Nullable;

/// The body is no envelope that this service knows; no repetition will mend it.
public final class UnreadableMessage extends RuntimeException {

  public UnreadableMessage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
