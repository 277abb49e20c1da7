package io.emporium.localstack.stripe;

import io.emporium.localstack.ledger.Store;
import io.emporium.localstack.webhook.Webhooks;
import java.time.Clock;
import java.util.function.Supplier;

/// What the Stripe stand-in is built on; `publicBase` is where browsers reach it.
public record StripeSetting(
    Store store, Webhooks webhooks, Clock clock, Supplier<String> publicBase) {}
