package io.emporium.payment.payment.gateway;

import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.CaptureOrder;
import io.emporium.payment.payment.Charge;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;

/// A provider as its own library reaches it; see [io.emporium.payment.payment.PaymentGateway].
interface PaymentProvider {

  Provider provider();

  GatewayAnswer charge(Charge charge);

  GatewayAnswer ask(Charge charge);

  GatewayAnswer cancel(Charge charge);

  CaptureAnswer capture(CaptureOrder order);

  RefundAnswer refund(RefundOrder order);

  RefundAnswer release(RefundOrder order);
}
