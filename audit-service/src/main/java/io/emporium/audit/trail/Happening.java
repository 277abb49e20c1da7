package io.emporium.audit.trail;

import io.emporium.events.Envelope;
import io.emporium.events.audit.AuditEvent;
import io.emporium.events.audit.RequestAudited;
import io.emporium.events.user.AccountThrottled;
import io.emporium.events.user.LoginFailed;
import io.emporium.events.user.RefreshReuseDetected;
import io.emporium.events.user.SecurityEvent;
import org.jspecify.annotations.Nullable;

/// What an entry says beyond its envelope: what was done, to what, and how it ended.
public record Happening(
    String action,
    String target,
    String result,
    @Nullable Integer status,
    @Nullable String address) {

  private static final String DONE = "done";
  private static final String DENIED = "denied";

  public static Happening fact(Envelope<?> envelope) {
    return new Happening(envelope.type(), envelope.subject(), DONE, null, null);
  }

  public static Happening request(AuditEvent event) {
    return switch (event) {
      case RequestAudited request ->
          new Happening(
              request.operation(),
              request.path(),
              request.result(),
              request.status(),
              request.address());
    };
  }

  public static Happening security(SecurityEvent event, Envelope<?> envelope) {
    String address =
        switch (event) {
          case LoginFailed failed -> failed.address();
          case AccountThrottled throttled -> throttled.address();
          case RefreshReuseDetected reuse -> reuse.address();
        };
    return new Happening(envelope.type(), envelope.subject(), DENIED, null, address);
  }
}
