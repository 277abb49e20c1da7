package io.emporium.websocket.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

@Timeout(10)
class LastWordSessionTest {

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final LastWordSession session = new LastWordSession(connection(), 10_000, 1024);

  @Test
  void anErrorThatMeetsAnotherFrameIsWrittenBeforeTheEnd() throws Exception {
    Thread other = Thread.startVirtualThread(() -> send("CONNECTED"));
    writing.await();
    send("ERROR");
    assertThat(seen).isEmpty();

    FutureTask<Void> end = closing(CloseStatus.PROTOCOL_ERROR);
    mayGoOn.countDown();
    end.get();
    other.join();

    assertThat(seen).containsExactly("CONNECTED", "ERROR", "close 1002");
  }

  @Test
  void aPeerThatDoesNotReadIsNotWaitedForLong() throws Exception {
    Thread.startVirtualThread(() -> send("CONNECTED"));
    writing.await();
    send("ERROR");

    closing(CloseStatus.PROTOCOL_ERROR).get();

    assertThat(seen).containsExactly("close 1002");
    mayGoOn.countDown();
  }

  @Test
  void anyOtherEndWaitsForNothing() throws Exception {
    Thread.startVirtualThread(() -> send("CONNECTED"));
    writing.await();
    send("MESSAGE");

    session.close(CloseStatus.GOING_AWAY);

    assertThat(seen).containsExactly("close 1001");
    mayGoOn.countDown();
  }

  private FutureTask<Void> closing(CloseStatus status) {
    FutureTask<Void> end =
        new FutureTask<>(
            () -> {
              session.close(status);
              return null;
            });
    Thread.startVirtualThread(end);
    return end;
  }

  private void send(String frame) {
    try {
      session.sendMessage(new TextMessage(frame));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  // The container's session, as far as it is asked here.
  private WebSocketSession connection() {
    return (WebSocketSession)
        Proxy.newProxyInstance(
            WebSocketSession.class.getClassLoader(),
            new Class<?>[] {WebSocketSession.class},
            (_, method, arguments) -> {
              switch (method.getName()) {
                case "isOpen" -> {
                  return true;
                }
                case "sendMessage" -> {
                  writing.countDown();
                  mayGoOn.await();
                  seen.add(((TextMessage) arguments[0]).getPayload());
                }
                case "close" -> seen.add("close " + ((CloseStatus) arguments[0]).getCode());
                default -> {
                  // Nothing else matters.
                }
              }
              return method.getReturnType() == String.class ? "connection" : null;
            });
  }
}
