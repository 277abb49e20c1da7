package io.emporium.notification.recipient;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The devices of users.
@Component
public final class Devices {

  private static final int MAX_PER_USER = 10;

  private final RecordStore<Device> devices;
  private final Clock clock;

  Devices(RecordStore<Device> devices, Clock clock) {
    this.devices = devices;
    this.clock = clock;
  }

  /// Registers the token for the user; whoever had it before has it no longer.
  public Device register(String userId, String token) {
    String id = UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)).toString();
    Device device = new Device(id, userId, token, clock.instant());
    devices.delete(Scope.platform(), new Document("_id", id));
    if (devices.count(Scope.customer(userId), new Document()) >= MAX_PER_USER) {
      throw Refusal.rule(
          "too_many_devices", "At most " + MAX_PER_USER + " devices can be registered");
    }
    var _ = devices.insert(device);
    return device;
  }

  public void forget(String userId, String deviceId) {
    var _ = devices.delete(Scope.customer(userId), new Document("_id", deviceId));
  }

  List<String> tokensOf(String userId) {
    return devices
        .list(Scope.customer(userId), new Document(), PageQuery.first(MAX_PER_USER))
        .stream()
        .map(Device::token)
        .toList();
  }
}
