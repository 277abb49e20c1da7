package io.emporium.notification.recipient.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record RegisterDeviceRequest(@NotBlank @Size(max = 4096) String token) {}
