package io.emporium.ecommerce.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.events.catalog.ProductCreated;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductPriceChanged;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductUnpublished;
import io.emporium.events.catalog.ProductUpdated;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductTest {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private final Product product = product(variant("A", 100), variant("B", 200));

  @Test
  void beginsAsADraft() {
    assertThat(product.status()).isEqualTo(ProductStatus.DRAFT);
    assertThat(product.recorded()).hasExactlyElementsOfTypes(ProductCreated.class);
  }

  @Test
  void tellsAPriceChangeFromOtherChanges() {
    product.change(product.details(), List.of(variant("A", 100), variant("B", 250)), NOW);
    assertThat(product.recorded())
        .hasExactlyElementsOfTypes(ProductCreated.class, ProductPriceChanged.class);

    product.change(details("Other"), product.variants(), NOW);
    assertThat(product.recorded().getLast()).isInstanceOf(ProductUpdated.class);

    product.change(details("Both"), List.of(variant("A", 1)), NOW);
    assertThat(product.recorded())
        .hasExactlyElementsOfTypes(
            ProductCreated.class,
            ProductPriceChanged.class,
            ProductUpdated.class,
            ProductUpdated.class,
            ProductPriceChanged.class);
  }

  @Test
  void callsANewVariantAnUpdate() {
    product.change(
        product.details(), List.of(variant("A", 100), variant("B", 200), variant("C", 3)), NOW);

    assertThat(product.recorded())
        .hasExactlyElementsOfTypes(ProductCreated.class, ProductUpdated.class);
    assertThat(product.change(product.details(), product.variants(), NOW))
        .isEqualTo(Outcome.ALREADY);
  }

  @Test
  void isPublishedAndUnpublishedOnceEach() {
    assertThat(product.unpublish(NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(product.publish(NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(product.publish(NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(product.unpublish(NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(product.recorded())
        .hasExactlyElementsOfTypes(
            ProductCreated.class, ProductPublished.class, ProductUnpublished.class);
  }

  @Test
  void isGoneForEveryCommandOnceDeleted() {
    assertThat(product.delete(NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(product.delete(NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(product.recorded().getLast()).isInstanceOf(ProductDeleted.class);
    assertThatThrownBy(() -> product.publish(NOW)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> product.unpublish(NOW)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> product.change(details("X"), product.variants(), NOW))
        .isInstanceOf(Refusal.class);
  }

  private static Product product(VariantSnapshot... variants) {
    return Product.create(
        new Product.Draft("p", "c", "s", "tea", details("Tea"), List.of(variants)), NOW);
  }

  private static ProductDetails details(String name) {
    return new ProductDetails(name, null, null, null, Map.of(), List.of());
  }

  private static VariantSnapshot variant(String sku, long price) {
    return new VariantSnapshot(
        sku, null, Map.of(), Money.of(price, "USD"), null, "standard", null, null);
  }
}
