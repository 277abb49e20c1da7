package io.emporium.company.registry;

import java.text.Normalizer;
import java.util.Locale;

/// How names are compared when somebody looks for one.
public final class CompanyName {

  private CompanyName() {}

  /// `Café Noir` becomes `cafe noir`.
  public static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return plain.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
