package io.emporium.ecommerce.search;

import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.kit.store.PageQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A [ProductQuery] in Lucene's terms.
final class LuceneQueries {

  // A prefix of one letter fits nearly everything.
  private static final int SHORTEST_PREFIX = 2;
  private static final float PREFIX_WEIGHT = 0.5f;
  private static final float TIE_BREAKER = 0.1f;

  private final ProductWords words;
  private final OpenDoors doors;

  LuceneQueries(ProductWords words, OpenDoors doors) {
    this.words = words;
    this.doors = doors;
  }

  Query query(ProductQuery asked) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(text(asked.text()), Occur.MUST);
    only(all, ProductFields.CATEGORY, asked.category());
    only(all, ProductFields.SHOP, asked.shop());
    String brand = asked.brand();
    only(all, ProductFields.BRAND, brand == null ? null : ProductFields.folded(brand));
    only(all, ProductFields.IN_STOCK, asked.inStock() ? ProductFields.YES : null);
    if (asked.minPrice() != null || asked.maxPrice() != null) {
      all.add(
          LongPoint.newRangeQuery(
              ProductFields.PRICE,
              Objects.requireNonNullElse(asked.minPrice(), 0L),
              Objects.requireNonNullElse(asked.maxPrice(), Long.MAX_VALUE)),
          Occur.FILTER);
    }
    asked
        .attributes()
        .forEach(
            (name, values) ->
                all.add(
                    anyOf(
                        ProductFields.ATTRIBUTE,
                        values.stream().map(value -> ProductFields.pair(name, value)).toList()),
                    Occur.FILTER));
    without(all, ProductFields.SHOP, doors.closedShops());
    without(all, ProductFields.COMPANY, doors.closedCompanies());
    return all.build();
  }

  Sort sort(ProductQuery asked) {
    SortField latest = new SortField(ProductFields.ID_ORDER, SortField.Type.STRING, true);
    PageQuery.Sort first =
        asked.page().sort().isEmpty()
            ? new PageQuery.Sort("relevance", false)
            : asked.page().sort().getFirst();
    return switch (first.field()) {
      case "price" ->
          new Sort(
              new SortField(ProductFields.LOWEST_PRICE, SortField.Type.LONG, !first.ascending()),
              latest);
      case "name" ->
          new Sort(
              new SortField(ProductFields.NAME_ORDER, SortField.Type.STRING, !first.ascending()),
              latest);
      case "newest" -> newest(latest);
      default -> asked.text() == null ? newest(latest) : new Sort(SortField.FIELD_SCORE, latest);
    };
  }

  private static Sort newest(SortField latest) {
    return new Sort(new SortField(ProductFields.PUBLISHED, SortField.Type.LONG, true), latest);
  }

  private Query text(@Nullable String text) {
    List<String> wanted = text == null ? List.of() : words.of(text);
    if (wanted.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    for (int i = 0; i < wanted.size(); i++) {
      every.add(word(wanted.get(i), i == wanted.size() - 1), Occur.MUST);
    }
    return every.build();
  }

  private static Query word(String word, boolean mayBeUnfinished) {
    List<Query> places = new ArrayList<>();
    ProductFields.TEXTS.forEach(
        (field, weight) -> {
          Term term = new Term(field, word);
          places.add(new BoostQuery(new TermQuery(term), weight));
          if (mayBeUnfinished && word.length() >= SHORTEST_PREFIX) {
            places.add(new BoostQuery(new PrefixQuery(term), weight * PREFIX_WEIGHT));
          }
        });
    return new DisjunctionMaxQuery(places, TIE_BREAKER);
  }

  private static void only(BooleanQuery.Builder all, String field, @Nullable String value) {
    if (value != null) {
      all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
    }
  }

  private static void without(BooleanQuery.Builder all, String field, Set<String> values) {
    if (!values.isEmpty()) {
      all.add(anyOf(field, values), Occur.MUST_NOT);
    }
  }

  private static Query anyOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
