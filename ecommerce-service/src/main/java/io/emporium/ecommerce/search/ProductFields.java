package io.emporium.ecommerce.search;

import io.emporium.ecommerce.stock.Availability;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/// How a product lies in the index. What a list answers is kept beside it as finished JSON, so that
/// a search neither asks the database nor builds anything.
final class ProductFields {

  static final String ID = "id";
  static final String SHOP = "shop";
  static final String COMPANY = "company";
  static final String CATEGORY = "category";
  static final String BRAND = "brandKey";
  static final String ATTRIBUTE = "attribute";
  static final String COMPANY_SKU = "companySku";
  static final String IN_STOCK = "inStock";
  static final String PRICE = "price";
  static final String LOWEST_PRICE = "lowestPrice";
  static final String NAME_ORDER = "nameOrder";
  static final String PUBLISHED = "published";
  static final String ID_ORDER = "idOrder";
  static final String JSON = "json";
  static final String YES = "yes";

  /// Searched words and what a hit in them weighs.
  static final Map<String, Float> TEXTS =
      Map.of("name", 4f, "sku", 3f, "brand", 2f, "description", 1f);

  private ProductFields() {}

  static Document document(ListedProduct product, BytesRef json) {
    Document document = new Document();
    key(document, ID, product.id());
    key(document, SHOP, product.shopId());
    key(document, COMPANY, product.companyId());
    product.categoryPath().forEach(category -> key(document, CATEGORY, category));
    if (product.availability() != Availability.OUT) {
      key(document, IN_STOCK, YES);
    }
    text(document, "name", product.name());
    if (product.brand() != null) {
      key(document, BRAND, folded(product.brand()));
      text(document, "brand", product.brand());
    }
    if (product.description() != null) {
      text(document, "description", product.description());
    }
    product.attributes().forEach((name, value) -> key(document, ATTRIBUTE, pair(name, value)));
    product.variants().forEach(variant -> add(document, product.companyId(), variant));
    document.add(new NumericDocValuesField(LOWEST_PRICE, product.price().amount()));
    document.add(new SortedDocValuesField(NAME_ORDER, new BytesRef(folded(product.name()))));
    document.add(new NumericDocValuesField(PUBLISHED, product.publishedAt().toEpochMilli()));
    document.add(new SortedDocValuesField(ID_ORDER, new BytesRef(product.id())));
    document.add(new BinaryDocValuesField(JSON, json));
    return document;
  }

  static String pair(String name, String value) {
    return folded(name) + "=" + folded(value);
  }

  static String companySku(String companyId, String sku) {
    return companyId + "/" + sku;
  }

  static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static void add(Document document, String companyId, ListedVariant variant) {
    key(document, COMPANY_SKU, companySku(companyId, variant.sku()));
    document.add(new LongPoint(PRICE, variant.price().amount()));
    text(document, "sku", variant.sku());
    if (variant.title() != null) {
      text(document, "description", variant.title());
    }
    variant
        .options()
        .forEach(
            (name, value) -> {
              key(document, ATTRIBUTE, pair(name, value));
              text(document, "description", value);
            });
  }

  private static void key(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
  }

  private static void text(Document document, String field, String value) {
    document.add(new TextField(field, value, Field.Store.NO));
  }
}
