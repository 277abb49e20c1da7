package io.emporium.ecommerce.catalog;

import io.emporium.events.catalog.ProductCreated;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductPriceChanged;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.catalog.ProductUnpublished;
import io.emporium.events.catalog.ProductUpdated;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Something that a shop sells, in one or more variants. Its slug stays as it is.
@Document("products")
@TypeAlias("product")
@TenantOwned(shop = "shopId")
public final class Product extends AggregateRoot {

  private String shopId;
  private String slug;
  private ProductDetails details;
  private List<VariantSnapshot> variants;
  private ProductStatus status;
  private Instant createdAt;
  private Instant changedAt;
  private @Nullable Instant publishedAt;

  // What the database keeps unique; given back when the product is deleted.
  private String slugKey;
  private List<String> skuKeys;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Product() {}

  private Product(Draft draft, Instant now) {
    super(draft.id(), draft.companyId());
    this.shopId = draft.shopId();
    this.slug = draft.slug();
    this.details = draft.details();
    this.variants = List.copyOf(draft.variants());
    this.status = ProductStatus.DRAFT;
    this.createdAt = now;
    this.changedAt = now;
    this.slugKey = slugKey(draft.shopId(), draft.slug());
    this.skuKeys = skuKeys(draft.companyId(), draft.variants());
  }

  /// What a product begins with.
  public record Draft(
      String id,
      String companyId,
      String shopId,
      String slug,
      ProductDetails details,
      List<VariantSnapshot> variants) {}

  public static Product create(Draft draft, Instant now) {
    Product product = new Product(draft, now);
    product.record(new ProductCreated(product.snapshot()));
    return product;
  }

  static String slugKey(String shopId, String slug) {
    return shopId + "/" + slug;
  }

  static List<String> skuKeys(String companyId, List<VariantSnapshot> variants) {
    return variants.stream().map(variant -> companyId + "/" + variant.sku()).toList();
  }

  public Outcome change(ProductDetails newDetails, List<VariantSnapshot> newVariants, Instant now) {
    requireNotDeleted();
    if (newDetails.equals(details) && newVariants.equals(variants)) {
      return Outcome.ALREADY;
    }
    boolean otherPrice = VariantPrices.differ(variants, newVariants);
    boolean otherThanPrice =
        !newDetails.equals(details) || VariantPrices.moreThanPricesDiffer(variants, newVariants);
    details = newDetails;
    variants = List.copyOf(newVariants);
    skuKeys = skuKeys(company(), newVariants);
    changedAt = now;
    if (otherThanPrice) {
      record(new ProductUpdated(snapshot()));
    }
    if (otherPrice) {
      record(new ProductPriceChanged(snapshot()));
    }
    return Outcome.APPLIED;
  }

  public Outcome publish(Instant now) {
    return switch (status) {
      case DRAFT -> {
        status = ProductStatus.PUBLISHED;
        publishedAt = now;
        changedAt = now;
        record(new ProductPublished(snapshot()));
        yield Outcome.APPLIED;
      }
      case PUBLISHED -> Outcome.ALREADY;
      case DELETED -> throw gone();
    };
  }

  public Outcome unpublish(Instant now) {
    return switch (status) {
      case PUBLISHED -> {
        status = ProductStatus.DRAFT;
        changedAt = now;
        record(new ProductUnpublished(snapshot()));
        yield Outcome.APPLIED;
      }
      case DRAFT -> Outcome.ALREADY;
      case DELETED -> throw gone();
    };
  }

  public Outcome delete(Instant now) {
    return switch (status) {
      case DRAFT, PUBLISHED -> {
        status = ProductStatus.DELETED;
        changedAt = now;
        slugKey = "deleted/" + id();
        skuKeys = List.of(slugKey);
        record(new ProductDeleted(snapshot()));
        yield Outcome.APPLIED;
      }
      case DELETED -> Outcome.ALREADY;
    };
  }

  public Optional<VariantSnapshot> variant(String sku) {
    return variants.stream().filter(variant -> variant.sku().equals(sku)).findFirst();
  }

  public String company() {
    return Objects.requireNonNull(companyId());
  }

  @Override
  public String shopId() {
    return shopId;
  }

  public String slug() {
    return slug;
  }

  public ProductDetails details() {
    return details;
  }

  public List<VariantSnapshot> variants() {
    return variants;
  }

  public ProductStatus status() {
    return status;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> publishedAt() {
    return Optional.ofNullable(publishedAt);
  }

  private void requireNotDeleted() {
    if (status == ProductStatus.DELETED) {
      throw gone();
    }
  }

  private Refusal gone() {
    return Refusal.notFound("product", id());
  }

  private ProductSnapshot snapshot() {
    return new ProductSnapshot(
        id(),
        company(),
        shopId,
        details.name(),
        slug,
        details.brand(),
        details.categoryId(),
        status.name().toLowerCase(Locale.ROOT),
        variants);
  }
}
