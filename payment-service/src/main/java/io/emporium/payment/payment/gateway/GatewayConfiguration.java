package io.emporium.payment.payment.gateway;

import com.paypal.core.PayPalEnvironment;
import com.paypal.core.PayPalHttpClient;
import com.stripe.StripeClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

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

  @Bean
  StripeStatement stripeStatement(StripeClient client, StripeProperties properties) {
    return new StripeStatement(client, properties.statementLag());
  }

  @Bean
  PayPalRest payPalRest(PayPalHttpClient client, PayPalProperties properties, JsonMapper mapper) {
    return new PayPalRest(client, properties.apiBase(), mapper);
  }

  @Bean
  PayPalStatement payPalStatement(PayPalRest rest, PayPalProperties properties) {
    return new PayPalStatement(rest, properties);
  }
}
