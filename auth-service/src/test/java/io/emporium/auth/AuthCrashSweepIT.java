package io.emporium.auth;

import static io.emporium.auth.People.anEmail;
import static org.awaitility.Awaitility.await;

import io.emporium.auth.standing.CompanyStanding;
import io.emporium.auth.standing.CompanyStandings;
import io.emporium.events.Message;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.events.user.MailPasswordReset;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.Sample;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points.
@ServiceTest
class AuthCrashSweepIT extends CrashSweep {

  private static final long BEFORE = 1;
  private static final long NOW = 2;
  private static final String WORKPLACE = "s1";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private CompanyStandings standings;
  private @Nullable TestApi admin;

  /// Somebody of the staff of a company of its own.
  private record World(String company, String user, String email) {

    CompanySnapshot asCompany() {
      return new CompanySnapshot(
          company,
          "Acme",
          "active",
          new CompanySettings(
              Currency.getInstance("USD"),
              ZoneId.of("UTC"),
              true,
              List.of(),
              900,
              "",
              "",
              false,
              null,
              5));
    }

    Message suspended() {
      return new CompanySuspended(asCompany(), "unpaid", Instant.EPOCH);
    }
  }

  @Override
  protected List<Sample> samples() {
    return List.of(
        staff(ShopStaffAssigned.class, w -> new ShopStaffAssigned("s2", w.user(), "shop_staff")),
        staff(ShopStaffRemoved.class, w -> new ShopStaffRemoved(WORKPLACE, w.user())),
        company(CompanySuspended.class, null, World::suspended),
        company(CompanyActivated.class, World::suspended, w -> new CompanyActivated(w.asCompany())),
        company(CompanyClosed.class, null, w -> new CompanyClosed(w.asCompany(), Instant.EPOCH)),
        staff(MailPasswordReset.class, w -> new MailPasswordReset(w.email())));
  }

  private Sample staff(Class<? extends Message> contract, Function<World, Message> news) {
    return new Sample(
        contract,
        "of somebody of the staff",
        () -> {
          World world = world();
          return new Prepared(
              TestBroker.envelope(world.user(), world.company(), NOW, news.apply(world)),
              () ->
                  admin()
                      .get("/api/users/" + world.user())
                      .expect(200)
                      .json()
                      .path("shopIds")
                      .toString());
        });
  }

  private Sample company(
      Class<? extends Message> contract,
      @Nullable Function<World, Message> before,
      Function<World, Message> news) {
    return new Sample(
        contract,
        "of a company",
        () -> {
          World world = world();
          String id = world.company();
          if (before != null) {
            broker.deliver(TestBroker.envelope(id + "-b", id, BEFORE, before.apply(world)));
            await().until(() -> !mayBeSignedInto(id));
          }
          return new Prepared(
              TestBroker.envelope(id, id, NOW, news.apply(world)),
              () -> "open " + mayBeSignedInto(id));
        });
  }

  private boolean mayBeSignedInto(String company) {
    return standings.of(company).map(CompanyStanding::isOpen).orElse(true);
  }

  // Signs in once: each time costs a hash.
  private synchronized TestApi admin() {
    if (admin == null) {
      admin = new People(api).superAdmin();
    }
    return admin;
  }

  private World world() {
    String company = "c-" + UUID.randomUUID();
    String email = anEmail();
    String user =
        admin()
            .post("/api/users", People.user(email, "shop_staff", company, WORKPLACE))
            .expect(201)
            .text("/id");
    return new World(company, user, email);
  }
}
