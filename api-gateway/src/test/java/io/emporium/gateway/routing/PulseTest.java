package io.emporium.gateway.routing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.emporium.gateway.problem.ServiceSilent;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class PulseTest {

  private static final Duration BUSY_FOR = Duration.ofSeconds(2);
  private static final int CROWD = 200;

  private final DisposableServer busy =
      HttpServer.create()
          .host("127.0.0.1")
          .port(0)
          .route(
              routes ->
                  routes.get(
                      "/health/liveness",
                      (_, answer) -> Mono.delay(BUSY_FOR).then(answer.send().then())))
          .bindNow();

  private final Pulse pulse = new Pulse(URI.create("http://127.0.0.1:" + busy.port()));

  @AfterEach
  void close() {
    busy.disposeNow();
  }

  @Test
  void aServiceThatTakesLongToSayThatItLivesIsSilent() {
    assertThatExceptionOfType(ServiceSilent.class).isThrownBy(() -> pulse.check().block());
  }

  @Test
  void aServiceWithACrowdBeforeItMayTakeLonger() {
    for (int i = 0; i < CROWD; i++) {
      pulse.began();
    }

    assertThatNoException().isThrownBy(() -> pulse.check().block());
  }

  @Test
  void aCrowdMayGatherWhileTheFirstOfItWaits() {
    Mono<Void> first = pulse.check();
    Mono<Void> rest =
        Mono.delay(BUSY_FOR.dividedBy(2))
            .doOnNext(
                _ -> {
                  for (int i = 0; i < CROWD; i++) {
                    pulse.began();
                  }
                })
            .then();

    assertThatNoException().isThrownBy(() -> Mono.when(first, rest).block());
  }

  @Test
  void aCrowdThatHasGoneCountsNoMore() {
    for (int i = 0; i < CROWD; i++) {
      pulse.began();
      pulse.ended();
    }

    assertThatExceptionOfType(ServiceSilent.class).isThrownBy(() -> pulse.check().block());
  }

  @Test
  void anAnswerThatCameMeanwhileIsASignOfLife() {
    pulse.answered();

    assertThatNoException().isThrownBy(() -> pulse.check().block());
  }
}
