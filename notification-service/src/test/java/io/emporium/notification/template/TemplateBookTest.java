package io.emporium.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.notification.template.Rendering.Rendered;
import io.emporium.notification.template.Rendering.Unrenderable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateBookTest {

  private final TemplateBook templates = new TemplateBook();

  static Iterable<String> names() {
    return TemplateBook.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyTemplateIsFilled(String name) {
    var all =
        Map.of(
            "number", "N-7",
            "total", "USD 9.00",
            "title", "Low stock",
            "message", "SKU A",
            "link", "https://shop.example/page#token=T-1",
            "validFor", "30 minutes",
            "role", "shop manager",
            "invitedBy", "boss@example.com");

    assertThat(templates.render(name, all))
        .isInstanceOfSatisfying(
            Rendered.class,
            rendered -> {
              assertThat(rendered.title()).isNotBlank().doesNotContain("{{");
              assertThat(rendered.text())
                  .containsAnyOf("N-7", "SKU A", "token=T-1")
                  .doesNotContain("{{");
              assertThat(rendered.html()).containsAnyOf("N-7", "SKU A", "T-1").doesNotContain("{{");
            });
  }

  @Test
  void lettersThatLetSomebodyInAreConfidential() {
    var link = Map.of("link", "L", "validFor", "V", "role", "R", "invitedBy", "I");

    for (String name : List.of("verify_email", "reset_password", "invitation")) {
      assertThat(templates.render(name, link))
          .isInstanceOfSatisfying(
              Rendered.class, rendered -> assertThat(rendered.confidential()).isTrue());
    }
    assertThat(confirmed("1", "2").confidential()).isFalse();
  }

  @Test
  void confirmationCarriesNumberAndTotal() {
    var rendered = confirmed("ORD-1", "USD 19.99");

    assertThat(rendered.title()).contains("ORD-1");
    assertThat(rendered.text()).contains("ORD-1", "USD 19.99");
    assertThat(rendered.html()).contains("ORD-1", "USD 19.99");
  }

  @Test
  void whatGoesIntoHtmlIsEscaped() {
    var rendered = confirmed("<script>alert(1)</script>", "1 & 2");

    assertThat(rendered.html()).doesNotContain("<script>").contains("&lt;script&gt;", "1 &amp; 2");
    assertThat(rendered.text()).contains("<script>");
  }

  @Test
  void aVariableIsNeverATemplate() {
    assertThat(confirmed("{{total}}", "9.00").title()).contains("{{total}}");
  }

  @Test
  void aSubjectStaysOneLine() {
    assertThat(confirmed("1\r\nBcc: all@example.com", "9").title())
        .isEqualTo("Your order 1 Bcc: all@example.com is confirmed");
  }

  @Test
  void aReasonIsSaidWhereThereIsOne() {
    var with = (Rendered) templates.render("order_cancelled", Map.of("number", "1", "reason", "R"));
    var without = (Rendered) templates.render("order_cancelled", Map.of("number", "1"));

    assertThat(with.text()).contains("Reason: R");
    assertThat(without.text()).doesNotContain("Reason");
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(templates.render("order_confirmed", Map.of("number", "1")))
        .isEqualTo(new Unrenderable("missing_variable:total"));
    assertThat(templates.render("nonsense", Map.of()))
        .isEqualTo(new Unrenderable("unknown_template:nonsense"));
  }

  private Rendered confirmed(String number, String total) {
    return (Rendered) templates.render("order_confirmed", Map.of("number", number, "total", total));
  }
}
