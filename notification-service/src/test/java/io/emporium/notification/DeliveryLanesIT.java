package io.emporium.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.notification.SendNotification;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.notification.delivery.DeliveryLanes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The lanes when the service is stopped.
@ServiceTest
class DeliveryLanesIT {

  /// The stub holds it back.
  private static final String HELD = "+33677000099";

  private static final String NEXT = "+33677000010";

  @Autowired private DeliveryLanes lanes;
  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  // The other tests have the same lanes.
  @AfterEach
  void goOn() {
    Outside.PROVIDERS.open();
    lanes.stop();
    lanes.start();
  }

  @Test
  void letASendComeToItsEndAndDoNotRepeatIt() throws Exception {
    String user = "sms-" + UUID.randomUUID();
    Outside.PROVIDERS.close();
    broker.deliver("co", text(user, HELD));
    await().until(() -> Outside.PROVIDERS.held.stream().anyMatch(sms -> isTo(HELD, sms)));

    Thread stop = Thread.ofVirtual().start(lanes::stop);
    await().until(() -> !lanes.isRunning());
    Outside.PROVIDERS.open();
    stop.join();

    var found = api.as(TestTokens.companyAdmin("co")).get(deliveriesOf(user)).expect(200);
    assertThat(found.text("/items/0/status")).isEqualTo("sent");
    assertThat(found.json().at("/items/0/attempts").size()).isEqualTo(1);
    lanes.start();
    broker.deliver("co", text(user, NEXT));
    await().untilAsserted(() -> assertThat(sentTo(NEXT)).hasSize(1));
    assertThat(sentTo(HELD)).hasSize(1);
  }

  @Test
  void endAtOnceWhenThereIsNothingToDo() throws Exception {
    Thread stop = Thread.ofVirtual().start(lanes::stop);

    assertThat(stop.join(Duration.ofSeconds(5))).isTrue();
  }

  private static SendNotification text(String user, String phone) {
    return new SendNotification(
        user,
        null,
        phone,
        List.of("sms"),
        "order_placed",
        "normal",
        Map.of("number", "ORD-1", "total", "USD 19.90"));
  }

  private static String deliveriesOf(String user) {
    return "/api/notifications/deliveries?userId=" + user;
  }

  private static List<String> sentTo(String phone) {
    return Outside.PROVIDERS.sms.stream().filter(sms -> isTo(phone, sms)).toList();
  }

  private static boolean isTo(String phone, String sms) {
    return sms.contains("To=" + phone);
  }
}
