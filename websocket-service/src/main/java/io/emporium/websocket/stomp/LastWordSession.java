package io.emporium.websocket.stomp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/// A connection whose ERROR frame arrives before its end. STOMP closes right after the ERROR; where
/// another thread is just writing a frame, the ERROR only waits in the buffer then, and Spring's
/// own session throws the buffer away: the client would be cut off and never told why.
final class LastWordSession extends ConcurrentWebSocketSessionDecorator {

  // A peer that does not read is not waited for longer.
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  LastWordSession(WebSocketSession connection, int sendTimeLimit, int bufferSizeLimit) {
    super(connection, sendTimeLimit, bufferSizeLimit);
  }

  @Override
  public void close(CloseStatus status) throws IOException {
    if (CloseStatus.PROTOCOL_ERROR.equals(status)) {
      awaitWritten();
    }
    super.close(status);
  }

  private void awaitWritten() {
    long asked = System.nanoTime();
    while (getBufferSize() > 0
        && isOpen()
        && System.nanoTime() - asked < PATIENCE.toNanos()
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
