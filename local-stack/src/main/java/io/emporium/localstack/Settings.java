package io.emporium.localstack;

import io.emporium.localstack.webhook.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Read from the environment; `--name=value` sets `LOCAL_STACK_NAME`, `--memory` forgets the data
/// directory.
public record Settings(
    String bind,
    String publicBase,
    Ports ports,
    @Nullable Path data,
    Webhook webhook,
    Timing timing) {

  /// 0 takes any free port.
  public record Ports(int http, int mongo, int smtp) {}

  /// Where notifications go and what they are signed with.
  ///
  /// @param types those that the receiver has subscribed to, as one does at either provider
  public record Webhook(String base, String stripeSecret, String payPalId, Subscription types) {

    public Webhook(String base, String stripeSecret, String payPalId) {
      this(base, stripeSecret, payPalId, Subscription.TO_WHAT_PAYMENTS_NEED);
    }
  }

  /// How long a hanging and a slow answer take.
  public record Timing(Duration hang, Duration slow) {}

  static Settings read(Map<String, String> environment, String... arguments) {
    Map<String, String> values = new HashMap<>(environment);
    for (String argument : arguments) {
      if (argument.equals("--memory")) {
        values.remove("LOCAL_STACK_DATA");
      } else if (argument.startsWith("--") && argument.contains("=")) {
        int equals = argument.indexOf('=');
        String name = argument.substring(2, equals).replace('-', '_').toUpperCase(Locale.ROOT);
        values.put("LOCAL_STACK_" + name, argument.substring(equals + 1));
      } else {
        throw new IllegalArgumentException("unknown argument: " + argument);
      }
    }
    return of(values);
  }

  private static Settings of(Map<String, String> values) {
    String data = values.getOrDefault("LOCAL_STACK_DATA", "");
    return new Settings(
        values.getOrDefault("LOCAL_STACK_BIND", "127.0.0.1"),
        values.getOrDefault("LOCAL_STACK_PUBLIC_BASE", ""),
        new Ports(
            number(values, "LOCAL_STACK_HTTP_PORT", 8090),
            number(values, "LOCAL_STACK_MONGO_PORT", 27017),
            number(values, "LOCAL_STACK_SMTP_PORT", 3025)),
        data.isBlank() ? null : Path.of(data),
        new Webhook(
            values.getOrDefault("LOCAL_STACK_WEBHOOK_BASE", "http://127.0.0.1:8000"),
            values.getOrDefault("STRIPE_WEBHOOK_SECRET", "whsec_local"),
            values.getOrDefault("PAYPAL_WEBHOOK_ID", "WH-LOCAL"),
            Subscription.read(values.getOrDefault("LOCAL_STACK_WEBHOOK_TYPES", ""))),
        new Timing(
            Duration.ofMillis(number(values, "LOCAL_STACK_HANG_MILLIS", 30_000)),
            Duration.ofMillis(number(values, "LOCAL_STACK_SLOW_MILLIS", 25_000))));
  }

  private static int number(Map<String, String> values, String name, int otherwise) {
    String text = values.getOrDefault(name, "");
    return text.isBlank() ? otherwise : Integer.parseInt(text);
  }
}
