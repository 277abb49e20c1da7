package io.emporium.shop.companies;

import io.emporium.kit.messaging.News;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Companies as stored here.
@Component
public class Companies {

  // Suspended and closed companies are few; if they ever are not, the oldest stay listed.
  private static final PageQuery INACTIVE = PageQuery.first(1_000);

  private final SharedStore<CompanyStanding> companies;
  private final News news = new News();

  Companies(SharedStore<CompanyStanding> companies) {
    this.companies = companies;
  }

  /// Keeps the standing of a company unless newer news of it came before.
  public void keep(CompanyStanding standing, long version) {
    var _ = companies.replaceIfNewer(standing, version);
    news.announce();
  }

  /// One that has not been heard of may trade: whoever acts for it has a token that names it.
  public boolean mayTrade(String companyId) {
    return companies.find(companyId).map(CompanyStanding::active).orElse(true);
  }

  public List<String> inactive() {
    return companies.list(new Document("active", false), INACTIVE).stream()
        .map(CompanyStanding::companyId)
        .toList();
  }

  /// For callers whose token does not prove that there is such a company.
  ///
  /// @throws Refusal rule, when nothing is heard of it even after a little waiting
  public void requireKnown(String companyId) {
    if (news.await(() -> companies.find(companyId)).isEmpty()) {
      throw Refusal.rule("unknown_company", "There is no company " + companyId);
    }
  }
}
