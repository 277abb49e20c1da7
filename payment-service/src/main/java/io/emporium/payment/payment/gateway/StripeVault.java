package io.emporium.payment.payment.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import io.emporium.payment.payment.MethodVault;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.SavedMethod;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cards that Stripe keeps for customers.
final class StripeVault implements MethodVault {

  private static final Logger log = LoggerFactory.getLogger(StripeVault.class);

  private final StripeClient client;

  StripeVault(StripeClient client) {
    this.client = client;
  }

  @Override
  public Provider provider() {
    return Provider.STRIPE;
  }

  @Override
  public Optional<String> customer(String customerId) {
    var params = CustomerCreateParams.builder().putMetadata("customerId", customerId).build();
    var once = RequestOptions.builder().setIdempotencyKey("customer:" + customerId).build();
    try {
      return Optional.of(client.v1().customers().create(params, once).getId());
    } catch (StripeException e) {
      log.warn("Stripe makes no customer: {}", StripeAnswers.message(e));
      return Optional.empty();
    }
  }

  @Override
  public Used usedFor(String chargeReference) {
    try {
      PaymentIntent intent =
          client
              .v1()
              .paymentIntents()
              .retrieve(
                  chargeReference,
                  PaymentIntentRetrieveParams.builder().addExpand("payment_method").build());
      PaymentMethod method = intent.getPaymentMethodObject();
      return method == null || method.getCard() == null
          ? new Used.NoCard()
          : new Used.ACard(card(method.getId(), method.getCard()));
    } catch (InvalidRequestException e) {
      // Not known there: asking again would bring nothing else.
      return new Used.NoCard();
    } catch (StripeException e) {
      log.warn("Stripe does not tell a card: {}", StripeAnswers.message(e));
      return new Used.Silence();
    }
  }

  @Override
  public boolean forget(String token) {
    try {
      var unused = client.v1().paymentMethods().detach(token);
      return true;
    } catch (InvalidRequestException e) {
      // Unknown there, or no longer anybody's.
      return true;
    } catch (StripeException e) {
      log.warn("Stripe does not forget a card: {}", StripeAnswers.message(e));
      return false;
    }
  }

  private static SavedMethod.Card card(String token, PaymentMethod.Card card) {
    return new SavedMethod.Card(
        token, card.getBrand(), card.getLast4(), card.getExpMonth(), card.getExpYear());
  }
}
