package io.emporium.localstack.paypal;

import io.emporium.localstack.ledger.Store;
import io.emporium.localstack.webhook.Webhooks;
import java.time.Clock;
import java.util.function.Supplier;

/// What the PayPal stand-in is built on; `publicBase` is where browsers reach it.
public record PayPalSetting(
    Store store, Webhooks webhooks, Clock clock, Supplier<String> publicBase) {}
