package io.emporium.notification.recipient.web;

import io.emporium.notification.recipient.Device;
import java.time.Instant;

record DeviceResponse(String id, Instant registeredAt) {

  static DeviceResponse from(Device device) {
    return new DeviceResponse(device.id(), device.registeredAt());
  }
}
