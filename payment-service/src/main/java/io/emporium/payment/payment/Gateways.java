package io.emporium.payment.payment;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The providers that answer over the network.
@Component
class Gateways {

  private final Map<Provider, PaymentGateway> byProvider = new EnumMap<>(Provider.class);

  Gateways(List<PaymentGateway> gateways) {
    gateways.forEach(gateway -> byProvider.put(gateway.provider(), gateway));
  }

  PaymentGateway of(Provider provider) {
    return Objects.requireNonNull(byProvider.get(provider), provider + " has no gateway");
  }

  Collection<PaymentGateway> all() {
    return byProvider.values();
  }
}
