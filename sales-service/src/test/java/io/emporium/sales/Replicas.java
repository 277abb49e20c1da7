package io.emporium.sales;

import static org.awaitility.Awaitility.await;

import io.emporium.kit.store.SharedStore;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Offer;
import io.emporium.sales.offer.ShopTerms;
import org.springframework.stereotype.Component;

/// What the service knows of a story's company, shop and product.
@Component
class Replicas {

  private final SharedStore<Offer> offers;
  private final SharedStore<ShopTerms> shops;
  private final SharedStore<CompanyTerms> companies;

  Replicas(
      SharedStore<Offer> offers,
      SharedStore<ShopTerms> shops,
      SharedStore<CompanyTerms> companies) {
    this.offers = offers;
    this.shops = shops;
    this.companies = companies;
  }

  /// Waits for news of all three. A customer's first order does so by itself; a message that is
  /// faster is tried again after five seconds.
  Story known(Story story) {
    await()
        .until(
            () ->
                offers.find(story.product).isPresent()
                    && shops.find(story.shop).isPresent()
                    && companies.find(story.company).isPresent());
    return story;
  }

  String product(Story story) {
    return String.valueOf(offers.find(story.product));
  }

  String shop(Story story) {
    return String.valueOf(shops.find(story.shop));
  }

  String company(Story story) {
    return String.valueOf(companies.find(story.company));
  }
}
