package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Who may know of stock: the shop's people its figures, everybody else a hint, and that only while
/// the product is on sale.
final class ShowingStock {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final int BAGS = 20;

  private final Cast cast;
  private final StoryTeller teller;
  private String bagId = "";

  ShowingStock(Cast cast, StoryTeller teller) {
    this.cast = cast;
    this.teller = teller;
  }

  void play() {
    teller.chapter("What the world may know of stock");
    teller.step("The manager has laptop bags in stock, not on sale yet", this::stock);
    teller.step("Nobody outside learns of them", this::unknown);
    teller.step("The manager publishes the bag", () -> turn("publish"));
    teller.step("Now anybody learns whether there are any, but not how many", this::hinted);
    teller.step("The manager takes it off sale", () -> turn("unpublish"));
    teller.step("… and nobody outside learns of it any more", this::gone);
  }

  private String stock() {
    Answer bag =
        cast.manager
            .post(
                "/api/products",
                Map.of(
                    "shopId",
                    cast.shopId,
                    "name",
                    "Bag 14 " + cast.run,
                    "variants",
                    List.of(
                        Map.of("sku", sku(), "price", Map.of("amount", 4_900, "currency", "USD")))))
            .expect(201);
    bagId = bag.text("/id");
    cast.manager
        .post(
            "/api/inventory/v1/receipts",
            Map.of(
                "warehouseId",
                cast.mainWarehouse,
                "reference",
                "bags-" + cast.run,
                "lines",
                List.of(Map.of("sku", sku(), "quantity", BAGS))))
        .expect(201);
    Answer figures =
        Waiting.until(
            SOON,
            "the bags",
            () -> cast.manager.get(stockOfBags()),
            answer -> answer.json().at("/items/0/onHand").asLong() == BAGS);
    return figures.number("/items/0/available") + " bags, the product is a " + bag.text("/status");
  }

  private String unknown() {
    Answer outside = cast.anyone.get(stockOfBags()).expect(200);
    if (outside.number("/totalItems") != 0) {
      throw new IllegalStateException("a draft is given away: " + outside.body());
    }
    return "no word of " + sku();
  }

  private String turn(String how) {
    return cast.manager
        .post("/api/products/" + bagId + "/" + how, null)
        .expect(200)
        .text("/status");
  }

  private String hinted() {
    Answer outside = outsideOnce(1);
    JsonNode hint = outside.json().at("/items/0");
    if (hint.has("onHand") || hint.has("available")) {
      throw new IllegalStateException("figures are given away: " + hint);
    }
    return hint.path("sku").asString() + ": " + hint.path("availability").asString();
  }

  private String gone() {
    return "no word of " + sku() + ": " + outsideOnce(0).number("/totalItems") + " found";
  }

  private Answer outsideOnce(long found) {
    return Waiting.until(
        SOON,
        found + " hints for everybody",
        () -> cast.anyone.get(stockOfBags()),
        answer -> answer.number("/totalItems") == found);
  }

  private String stockOfBags() {
    return "/api/inventory/v1/products?sku=" + sku();
  }

  private String sku() {
    return "BAG-" + cast.run.toUpperCase(Locale.ROOT);
  }
}
