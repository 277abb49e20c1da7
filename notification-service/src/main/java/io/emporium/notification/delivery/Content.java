package io.emporium.notification.delivery;

import io.emporium.notification.template.Rendering;
import org.jspecify.annotations.Nullable;

/// What a delivery says. Empty where it could not be said.
///
/// @param confidential whether it is forgotten once it is sent, and told to nobody else
public record Content(String title, String text, @Nullable String html, boolean confidential) {

  static Content of(Rendering rendering) {
    return switch (rendering) {
      case Rendering.Rendered(var title, var text, var html, var confidential) ->
          new Content(title, text, html, confidential);
      case Rendering.Unrenderable _ -> new Content("", "", null, false);
    };
  }

  /// What may stay when it needs no longer be sent.
  Content afterwards() {
    return confidential ? new Content(title, "", null, true) : this;
  }
}
