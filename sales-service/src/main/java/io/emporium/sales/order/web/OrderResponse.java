package io.emporium.sales.order.web;

import io.emporium.events.Money;
import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.events.order.ShippedLine;
import io.emporium.kit.web.EntityTag;
import io.emporium.sales.order.Basket;
import io.emporium.sales.order.Fulfilment;
import io.emporium.sales.order.FulfilmentMethod;
import io.emporium.sales.order.FulfilmentState;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.OrderLine;
import io.emporium.sales.order.OrderStatus;
import io.emporium.sales.order.PaymentStanding;
import io.emporium.sales.order.Repayments;
import io.emporium.sales.order.ReturnClaims;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// @param reason why the order was rejected or cancelled; null while it lives
record OrderResponse(
    String id,
    String number,
    OrderStatus status,
    @Nullable String reason,
    String shopId,
    @Nullable String companyId,
    String customerId,
    FulfilmentMethod fulfilment,
    @Nullable DeliveryAddress address,
    @Nullable String note,
    List<OrderLine> lines,
    Money subtotal,
    Money discount,
    Money tax,
    Money shipping,
    Money total,
    Instant placedAt,
    Payment payment,
    List<Shipment> fulfilments,
    List<Returned> returns,
    Links links,
    long version) {

  /// @param refunded what has gone back so far, by returns or by hand
  record Payment(PaymentStanding status, Money refunded) {}

  /// @param worth what these goods cost, and the shipping where it goes back too
  /// @param refund what is given back for them, less where some of it had gone back before; null
  ///   before it was decided
  record Returned(String id, Money worth, @Nullable Money refund) {

    static Returned from(ReturnClaims.Claim claim, Repayments repayments) {
      return repayments
          .promiseTo(claim.returnId())
          .map(made -> new Returned(claim.returnId(), made.worth(), repayments.given(made)))
          .orElseGet(() -> new Returned(claim.returnId(), claim.total(), null));
    }
  }

  /// @param payment where to pay
  /// @param payments where to see how that went, and what is left to do at the provider's
  record Links(String self, String timeline, String payment, String payments, String invoice) {}

  record Shipment(
      String id,
      FulfilmentState status,
      List<ShippedLine> lines,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      Instant createdAt,
      @Nullable Instant shippedAt,
      @Nullable Instant deliveredAt) {

    static Shipment from(Fulfilment fulfilment) {
      return new Shipment(
          fulfilment.id(),
          fulfilment.state(),
          fulfilment.lines(),
          fulfilment.carrier(),
          fulfilment.trackingNumber(),
          fulfilment.createdAt(),
          fulfilment.shippedAt(),
          fulfilment.deliveredAt());
    }
  }

  static ResponseEntity<OrderResponse> created(Order order) {
    return ResponseEntity.created(URI.create("/api/orders/" + order.id()))
        .eTag(EntityTag.of(order.version()))
        .body(from(order));
  }

  static ResponseEntity<OrderResponse> answer(Order order) {
    return ResponseEntity.ok().eTag(EntityTag.of(order.version())).body(from(order));
  }

  static OrderResponse from(Order order) {
    Basket basket = order.basket();
    String self = "/api/orders/" + order.id();
    return new OrderResponse(
        order.id(),
        order.number(),
        order.status(),
        order.checkout().reason(),
        order.shopId(),
        order.companyId(),
        order.customerId(),
        order.delivery().method(),
        order.delivery().address(),
        order.delivery().note(),
        basket.lines(),
        basket.subtotal(),
        basket.discount(),
        basket.tax(),
        basket.shipping(),
        basket.total(),
        order.placedAt(),
        new Payment(
            PaymentStanding.of(order.checkout(), order.repayments()),
            order.repayments().refunded()),
        order.fulfilments().all().stream().map(Shipment::from).toList(),
        order.returns().all().stream()
            .map(claim -> Returned.from(claim, order.repayments()))
            .toList(),
        new Links(
            self,
            self + "/timeline",
            "/api/payments/process",
            "/api/payments?orderId=" + order.id(),
            self + "/invoice"),
        order.version());
  }
}
