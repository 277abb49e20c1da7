package io.emporium.ecommerce;

import java.text.Normalizer;
import java.util.Locale;

/// A name as it stands in an address.
public final class Slug {

  private static final int MAX_LENGTH = 60;

  private Slug() {}

  /// `Café Noir & Co.` becomes `cafe-noir-co`.
  public static String from(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = slug.substring(0, Math.min(slug.length(), MAX_LENGTH)).replaceAll("^-|-$", "");
    return cut.isEmpty() ? "item" : cut;
  }
}
