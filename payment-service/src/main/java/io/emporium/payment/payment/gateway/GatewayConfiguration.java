package io.emporium.payment.payment.gateway;

import com.paypal.core.PayPalEnvironment;
import com.paypal.core.PayPalHttpClient;
import com.stripe.StripeClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

  @Bean
  StripeClient stripeClient(StripeProperties properties) {
    return StripeClient.builder()
        .setApiKey(properties.apiKey())
        .setApiBase(properties.apiBase().toString())
        .setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()))
        .setReadTimeout(Math.toIntExact(properties.readTimeout().toMillis()))
        // Whether and when to repeat is decided by the payment.
        .setMaxNetworkRetries(0)
        .build();
  }

  @Bean
  GuardedGateway stripe(StripeClient client, GuardProperties guard) {
    return new GuardedGateway(new StripeGateway(client), guard);
  }

  @Bean
  StripeVault stripeVault(StripeClient client) {
    return new StripeVault(client);
  }

  @Bean
  PayPalHttpClient payPalClient(PayPalProperties properties) {
    String base = properties.apiBase().toString();
    PayPalHttpClient client =
        new PayPalHttpClient(
            new PayPalEnvironment(properties.clientId(), properties.clientSecret(), base, base));
    client.setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()));
    client.setReadTimeout(Math.toIntExact(properties.readTimeout().toMillis()));
    return client;
  }

  @Bean
  GuardedGateway payPal(PayPalHttpClient client, GuardProperties guard) {
    return new GuardedGateway(new PayPalGateway(client), guard);
  }
}
