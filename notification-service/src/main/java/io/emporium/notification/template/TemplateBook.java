package io.emporium.notification.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.emporium.notification.template.Rendering.Rendered;
import io.emporium.notification.template.Rendering.Unrenderable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The templates that are shipped with the service, compiled once. Variables are text and are only
/// ever put in: Mustache has no expressions that a value could smuggle in.
@Component
public final class TemplateBook {

  static final List<String> NAMES =
      List.of(
          "order_placed",
          "order_confirmed",
          "order_rejected",
          "order_cancelled",
          "order_expired",
          "order_shipped",
          "order_ready",
          "payment_failed",
          "return_requested",
          "return_approved",
          "return_rejected",
          "return_refunded",
          "critical_alert",
          "verify_email",
          "reset_password",
          "invitation");

  private static final int MAX_TITLE = 200;
  private static final int MAX_TEXT = 10_000;

  private record Compiled(Template subject, Template text, Template html, boolean confidential) {}

  private final Map<String, Compiled> templates = new HashMap<>();

  TemplateBook() {
    NAMES.forEach(name -> templates.put(name, compile(load(name))));
  }

  public Rendering render(String name, Map<String, String> variables) {
    Compiled template = templates.get(name);
    if (template == null) {
      return new Unrenderable("unknown_template:" + shortened(name, 60));
    }
    try {
      return new Rendered(
          oneLine(template.subject().execute(variables)),
          shortened(template.text().execute(variables).strip(), MAX_TEXT),
          template.html().execute(variables),
          template.confidential());
    } catch (MustacheException.Context e) {
      return new Unrenderable("missing_variable:" + e.key);
    }
  }

  // A line break in a subject would start a header of the sender's choosing.
  private static String oneLine(String text) {
    return shortened(text.replaceAll("\\p{Cntrl}+", " ").strip(), MAX_TITLE);
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  private static Compiled compile(Map<String, String> source) {
    Mustache.Compiler plain = Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true);
    return new Compiled(
        plain.compile(required(source, "subject")),
        plain.compile(required(source, "text")),
        plain.escapeHTML(true).compile(required(source, "html")),
        Boolean.parseBoolean(source.get("confidential")));
  }

  private static String required(Map<String, String> source, String part) {
    return Objects.requireNonNull(source.get(part), "a template has no " + part);
  }

  private static Map<String, String> load(String name) {
    String path = "/templates/" + name + ".yaml";
    try (InputStream yaml = TemplateBook.class.getResourceAsStream(path)) {
      return new Yaml(new SafeConstructor(new LoaderOptions()))
          .load(Objects.requireNonNull(yaml, path + " is missing"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
