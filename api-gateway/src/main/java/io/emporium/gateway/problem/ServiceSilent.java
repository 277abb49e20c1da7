package io.emporium.gateway.problem;

/// A service does not answer, and does not say either that it lives.
public final class ServiceSilent extends RuntimeException {

  public ServiceSilent() {
    super("the service gives no sign of life");
  }

  // Thrown by the clock: its stack says nothing.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
