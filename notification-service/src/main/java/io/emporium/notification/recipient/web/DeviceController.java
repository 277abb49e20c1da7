package io.emporium.notification.recipient.web;

import io.emporium.kit.security.Caller;
import io.emporium.notification.recipient.Devices;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notifications/devices")
class DeviceController {

  private final Devices devices;

  DeviceController(Devices devices) {
    this.devices = devices;
  }

  @PutMapping
  DeviceResponse register(Caller caller, @Valid @RequestBody RegisterDeviceRequest request) {
    return DeviceResponse.from(devices.register(caller.userId(), request.token()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(Caller caller, @PathVariable String id) {
    devices.forget(caller.userId(), id);
  }
}
