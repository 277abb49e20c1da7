package io.emporium.sales.order.web;

import io.emporium.sales.order.FulfilOrder.Parcel;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ParcelRequest(
    @Nullable @Size(max = 60) String carrier, @Nullable @Size(max = 120) String trackingNumber) {

  static Parcel toParcel(@Nullable ParcelRequest request) {
    return request == null ? Parcel.NONE : new Parcel(request.carrier, request.trackingNumber);
  }
}
