package io.emporium.notification.delivery;

import io.emporium.notification.template.Rendering;
import org.jspecify.annotations.Nullable;

/// What a delivery says. Empty where it could not be said.
public record Content(String title, String text, @Nullable String html) {

  static Content of(Rendering rendering) {
    return switch (rendering) {
      case Rendering.Rendered(var title, var text, var html) -> new Content(title, text, html);
      case Rendering.Unrenderable _ -> new Content("", "", null);
    };
  }
}
