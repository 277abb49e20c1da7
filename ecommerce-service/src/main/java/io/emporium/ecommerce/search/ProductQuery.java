package io.emporium.ecommerce.search;

import io.emporium.kit.store.PageQuery;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a buyer looks for.
///
/// @param text words that must all occur; the last may be unfinished
/// @param minPrice minor units; some variant costs at least this
/// @param maxPrice minor units; and at most this
/// @param attributes by name, the values of which one must fit
/// @param page with its order: relevance, price, name or newest
public record ProductQuery(
    @Nullable String text,
    @Nullable String category,
    @Nullable String shop,
    @Nullable String brand,
    @Nullable Long minPrice,
    @Nullable Long maxPrice,
    boolean inStock,
    Map<String, Set<String>> attributes,
    PageQuery page) {}
