package io.emporium.localstack.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubscriptionTest {

  @Test
  void takesWhatItNamesAndNothingElse() {
    Subscription some = Subscription.read("charge.succeeded, refund.created");

    assertThat(some.wants("charge.succeeded")).isTrue();
    assertThat(some.wants("refund.created")).isTrue();
    assertThat(some.wants("charge.failed")).isFalse();
  }

  @Test
  void unsetTakesWhatPaymentsNeed() {
    assertThat(Subscription.read(" ").wants("payment_intent.succeeded")).isTrue();
    assertThat(Subscription.read("").wants("payment_intent.created")).isFalse();
  }

  @Test
  void aStarTakesEverything() {
    assertThat(Subscription.read("*").wants("whatever.happened")).isTrue();
  }
}
