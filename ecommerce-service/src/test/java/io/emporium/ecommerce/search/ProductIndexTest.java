package io.emporium.ecommerce.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.ecommerce.market.Doors;
import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.ecommerce.market.SellingCompany;
import io.emporium.ecommerce.market.SellingShop;
import io.emporium.ecommerce.stock.Availability;
import io.emporium.ecommerce.stock.Boards;
import io.emporium.ecommerce.stock.StockBoard;
import io.emporium.ecommerce.stock.StockNews;
import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

class ProductIndexTest {

  private static final Instant MONDAY = Instant.parse("2026-11-02T10:00:00Z");

  private final OpenDoors doors = Doors.allOpen();
  private final StockBoard stock = Boards.empty();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final ProductIndex index = new ProductIndex(doors, stock, mapper);

  @BeforeEach
  void fill() {
    index.putAll(
        List.of(
            product("1", "Green Tea", "Sencha", "Fresh from Uji", 900, Map.of("color", "Green")),
            product("2", "Black Tea Sampler", "Assam", "Ten small tins", 1_500, Map.of()),
            product("3", "Teapot", "Kyusu", "For green tea", 4_000, Map.of("color", "black")),
            product("4", "Café crème cups", null, null, 2_500, Map.of("color", "white"))));
  }

  @AfterEach
  void close() throws Exception {
    index.close();
  }

  @Test
  void findsEveryWordWhateverCaseAccentAndPlural() {
    assertThat(ids(text("TEA"))).contains("1", "2");
    assertThat(ids(text("teas green"))).containsExactly("1", "3");
    assertThat(ids(text("cafe creme"))).containsExactly("4");
    assertThat(ids(text("cups"))).containsExactly("4");
    assertThat(ids(text("green coffee"))).isEmpty();
  }

  @Test
  void takesTheLastWordAsUnfinished() {
    assertThat(ids(text("teap"))).containsExactly("3");
    assertThat(ids(text("black samp"))).containsExactly("2");
    assertThat(ids(text("samp black"))).isEmpty();
    assertThat(ids(text("SKU-1"))).contains("1");
  }

  @Test
  void ranksTheNameBeforeTheDescription() {
    assertThat(ids(text("green tea")).getFirst()).isEqualTo("1");
  }

  @Test
  void readsNoSyntaxIntoWhatPeopleType() {
    assertThat(ids(text("tea OR (teapot* \"")).size()).isLessThanOrEqualTo(4);
    assertThat(ids(text("*"))).hasSize(4);
    assertThat(ids(text("name:tea AND"))).isEmpty();
  }

  @Test
  void filtersByPriceBrandAttributeCategoryAndShop() {
    assertThat(ids(query(null, 1_000L, 2_500L, Map.of()))).containsExactlyInAnyOrder("2", "4");
    assertThat(ids(query(null, null, null, Map.of("color", Set.of("GREEN", "white")))))
        .containsExactlyInAnyOrder("1", "4");
    assertThat(ids(filter("root", null, null))).hasSize(4);
    assertThat(ids(filter("elsewhere", null, null))).isEmpty();
    assertThat(ids(filter(null, "shop", null))).hasSize(4);
    assertThat(ids(filter(null, null, "sencha"))).containsExactly("1");
  }

  @Test
  void sortsAndPages() {
    assertThat(ids(sorted("price", true, 0, 100))).containsExactly("1", "2", "4", "3");
    assertThat(ids(sorted("price", false, 0, 100))).containsExactly("3", "4", "2", "1");
    assertThat(ids(sorted("name", true, 0, 100))).containsExactly("2", "4", "1", "3");
    assertThat(ids(sorted("newest", true, 0, 100))).containsExactly("4", "3", "2", "1");
    assertThat(ids(sorted("price", true, 1, 3))).containsExactly("3");
    assertThat(ids(sorted("price", true, 7, 3))).isEmpty();
    Page<RawValue> page = index.search(sorted("price", true, 1, 3));
    assertThat(page.totalItems()).isEqualTo(4);
    assertThat(page.totalPages()).isEqualTo(2);
    assertThatThrownBy(() -> index.search(sorted("price", true, 200, 100)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void followsAvailability() {
    assertThat(ids(inStock())).isEmpty();

    stock.learn(new StockNews("company", "SKU-3", "w", 5, 1, null));
    index.restock("company", "SKU-3");

    assertThat(ids(inStock())).containsExactly("3");
    assertThat(index.find("3").orElseThrow().availability()).isEqualTo(Availability.IN);
    stock.learn(new StockNews("company", "SKU-3", "w", 5, 2, 9L));
    index.restock("company", "SKU-3");
    assertThat(index.find("3").orElseThrow().variants().getFirst().availability())
        .isEqualTo(Availability.LOW);
  }

  @Test
  void hidesClosedShopsAndSuspendedCompaniesWithoutBeingRewritten() {
    doors.learn(new SellingShop("shop", "company", "Shop", false, List.of(), 1));
    assertThat(ids(text("tea"))).isEmpty();
    assertThat(index.find("1")).isEmpty();
    doors.learn(new SellingShop("shop", "company", "Shop", true, List.of(), 2));
    assertThat(index.find("1")).isPresent();

    doors.learn(new SellingCompany("company", false, Currency.getInstance("USD"), 5, 2));
    assertThat(ids(text("tea"))).isEmpty();
  }

  @Test
  void keepsACompanyHiddenWhenOlderNewsOfItComeLate() {
    doors.learn(new SellingCompany("company", false, Currency.getInstance("USD"), 5, 2));
    doors.learn(new SellingCompany("company", true, Currency.getInstance("USD"), 5, 1));

    assertThat(ids(text("tea"))).isEmpty();
  }

  @Test
  void replacesAndRemovesAtOnce() {
    index.put(product("1", "Oolong", null, null, 900, Map.of()));
    assertThat(ids(text("oolong"))).containsExactly("1");
    assertThat(ids(text("sencha"))).isEmpty();

    index.remove("1");
    assertThat(index.find("1")).isEmpty();
    assertThat(ids(text("oolong"))).isEmpty();
  }

  private List<String> ids(ProductQuery query) {
    return index.search(query).items().stream()
        .map(item -> mapper.readTree(item.rawValue().toString()).path("id").asString())
        .toList();
  }

  private static ProductQuery text(String text) {
    return query(text, null, null, Map.of());
  }

  private static ProductQuery query(
      String text, Long min, Long max, Map<String, Set<String>> attributes) {
    return new ProductQuery(
        text, null, null, null, min, max, false, attributes, PageQuery.first(100));
  }

  private static ProductQuery filter(String category, String shop, String brand) {
    return new ProductQuery(
        null, category, shop, brand, null, null, false, Map.of(), PageQuery.first(100));
  }

  private static ProductQuery inStock() {
    return new ProductQuery(
        null, null, null, null, null, null, true, Map.of(), PageQuery.first(100));
  }

  private static ProductQuery sorted(String field, boolean ascending, int page, int size) {
    PageQuery pages = new PageQuery(page, size, List.of(new PageQuery.Sort(field, ascending)));
    return new ProductQuery(null, null, null, null, null, null, false, Map.of(), pages);
  }

  private static ListedProduct product(
      String id,
      String name,
      String brand,
      String description,
      long price,
      Map<String, String> attributes) {
    Money money = Money.of(price, "USD");
    return new ListedProduct(
        id,
        "shop",
        "company",
        name,
        "slug-" + id,
        brand,
        description,
        "leaf",
        List.of("root", "leaf"),
        attributes,
        List.of(),
        money,
        List.of(new ListedVariant("SKU-" + id, null, Map.of(), money, null, Availability.OUT)),
        Availability.OUT,
        MONDAY.plusSeconds(Long.parseLong(id)));
  }
}
