package io.emporium.payment.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.payment.payment.Attempt;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.CaptureOrder;
import io.emporium.payment.payment.Charge;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.GatewayAnswer.Declined;
import io.emporium.payment.payment.GatewayAnswer.NoAnswer;
import io.emporium.payment.payment.GatewayAnswer.NotAsked;
import io.emporium.payment.payment.GatewayAnswer.NotSent;
import io.emporium.payment.payment.PayRequest;
import io.emporium.payment.payment.PaymentGateway.Availability;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedGatewayTest {

  private static final Charge CHARGE =
      new Charge(
          "pay-1",
          "1",
          "acme",
          Money.of(1, "USD"),
          new Attempt(
              1,
              "pay-1:1",
              new PayRequest(Provider.STRIPE, "pm", null),
              Instant.EPOCH,
              null,
              null,
              0,
              null),
          true,
          false,
          false);

  private final Scripted provider = new Scripted();
  private final GuardedGateway gateway =
      new GuardedGateway(
          provider, new GuardProperties(1, Duration.ofMillis(300), 4, 50, Duration.ofMillis(200)));

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void silenceOpensTheCircuitAndTheProvidersReturnClosesIt() {
    provider.answer = () -> new NoAnswer("timeout");
    for (int i = 0; i < 2; i++) {
      assertThat(gateway.charge(CHARGE)).isInstanceOf(NoAnswer.class);
    }

    assertThat(gateway.availability()).isEqualTo(Availability.DOWN);
    assertThat(gateway.charge(CHARGE)).isInstanceOf(NotSent.class);
    assertThat(gateway.ask(CHARGE)).isInstanceOf(NotAsked.class);

    provider.answer = () -> new Declined("no");
    await().until(() -> gateway.availability() == Availability.PROBING);
    assertThat(gateway.ask(CHARGE)).isInstanceOf(Declined.class);
    assertThat(gateway.ask(CHARGE)).isInstanceOf(Declined.class);
    assertThat(gateway.availability()).isEqualTo(Availability.UP);
  }

  @Test
  void declinesAreNoTrouble() {
    provider.answer = () -> new Declined("no");
    for (int i = 0; i < 10; i++) {
      assertThat(gateway.charge(CHARGE)).isInstanceOf(Declined.class);
    }
    assertThat(gateway.availability()).isEqualTo(Availability.UP);
  }

  @Test
  void oneSilenceIsAReasonToProbeUntilTheProviderIsHeardAgain() {
    provider.answer = () -> new Declined("no");
    for (int i = 0; i < 3; i++) {
      assertThat(gateway.charge(CHARGE)).isInstanceOf(Declined.class);
    }
    provider.answer = () -> new NoAnswer("timeout");
    assertThat(gateway.charge(CHARGE)).isInstanceOf(NoAnswer.class);
    assertThat(gateway.availability()).isEqualTo(Availability.PROBING);

    provider.answer = () -> NoAnswer.undecided("processing");
    assertThat(gateway.ask(CHARGE)).isInstanceOf(NoAnswer.class);
    assertThat(gateway.availability()).isEqualTo(Availability.UP);
  }

  @Test
  void aCallThatRanOutOfTimeKeepsItsRoomUntilItEnds() {
    CountDownLatch end = new CountDownLatch(1);
    provider.answer =
        () -> {
          while (end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
          }
          return new Declined("late");
        };
    assertThat(gateway.charge(CHARGE)).isEqualTo(new NoAnswer("time limit"));

    provider.answer = () -> new Declined("no");
    assertThat(gateway.charge(CHARGE)).isInstanceOf(NoAnswer.class);

    end.countDown();
    await().until(() -> gateway.charge(CHARGE) instanceof Declined);
  }

  @Test
  void whatTakesTooLongOrFailsIsSilence() {
    CountDownLatch never = new CountDownLatch(1);
    provider.answer =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Declined("late");
        };
    assertThat(gateway.charge(CHARGE)).isEqualTo(new NoAnswer("time limit"));

    provider.answer =
        () -> {
          throw new IllegalStateException("the library is confused");
        };
    assertThat(gateway.ask(CHARGE)).isEqualTo(new NoAnswer("unforeseen"));
  }

  private static final class Scripted implements PaymentProvider {

    private volatile Supplier<GatewayAnswer> answer = () -> new NoAnswer("");

    @Override
    public Provider provider() {
      return Provider.STRIPE;
    }

    @Override
    public GatewayAnswer charge(Charge charge) {
      return answer.get();
    }

    @Override
    public GatewayAnswer ask(Charge charge) {
      return answer.get();
    }

    @Override
    public GatewayAnswer cancel(Charge charge) {
      return answer.get();
    }

    @Override
    public CaptureAnswer capture(CaptureOrder order) {
      return new CaptureAnswer.NoAnswer("");
    }

    @Override
    public RefundAnswer release(RefundOrder order) {
      return new RefundAnswer.NoAnswer("", null);
    }

    @Override
    public RefundAnswer refund(RefundOrder order) {
      return new RefundAnswer.NoAnswer("", null);
    }
  }
}
