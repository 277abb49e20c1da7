package io.emporium.websocket.topic.gateway;

import io.emporium.websocket.topic.Audience;
import io.emporium.websocket.topic.Lookup;
import io.emporium.websocket.topic.Registers;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/// Asks sales-service and shop-service with the caller's token, so that they decide as for anybody.
@Component
final class HttpRegisters implements Registers {

  private static final Logger log = LoggerFactory.getLogger(HttpRegisters.class);

  private final SalesApi sales;
  private final ShopApi shops;

  HttpRegisters(SalesApi sales, ShopApi shops) {
    this.sales = sales;
    this.shops = shops;
  }

  @Override
  public Lookup<Audience> order(String orderId, String token) {
    return ask(
        () -> {
          SalesApi.Order order = sales.order(orderId, "Bearer " + token);
          return new Audience(order.companyId(), order.shopId(), order.customerId());
        });
  }

  @Override
  public Lookup<Audience> shop(String shopId, String token) {
    return ask(() -> new Audience(shops.shop(shopId, "Bearer " + token).companyId(), shopId, null));
  }

  private static Lookup<Audience> ask(Supplier<Audience> call) {
    try {
      return new Lookup.Found<>(call.get());
    } catch (HttpClientErrorException.TooManyRequests e) {
      return new Lookup.NoAnswer<>();
    } catch (HttpClientErrorException e) {
      return new Lookup.Unknown<>();
    } catch (RestClientException e) {
      log.warn("cannot look up an owner: {}", e.getMessage());
      return new Lookup.NoAnswer<>();
    }
  }
}
