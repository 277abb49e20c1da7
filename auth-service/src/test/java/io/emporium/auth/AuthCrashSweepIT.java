package io.emporium.auth;

import static io.emporium.auth.People.anEmail;

import io.emporium.auth.standing.CompanyStanding;
import io.emporium.auth.standing.CompanyStandings;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.events.user.MailPasswordReset;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.NewsSamples;
import io.emporium.kit.testing.crash.Sample;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points.
@ServiceTest
class AuthCrashSweepIT extends CrashSweep {

  private static final String WORKPLACE = "s1";

  @Autowired private TestApi api;
  @Autowired private CompanyStandings standings;
  private @Nullable TestApi admin;

  /// Somebody of the staff of a company of its own.
  private record World(String company, String user, String email) {

    CompanySnapshot asCompany() {
      return SampleCompany.of(company).snapshot();
    }

    CompanySuspended suspended() {
      return new CompanySuspended(asCompany(), "unpaid", Instant.EPOCH);
    }
  }

  @Override
  protected List<Sample> samples() {
    NewsSamples<World> staff = newsOf(this::world, World::user, World::company, this::workplaces);
    NewsSamples<World> company =
        newsOf(
            this::world,
            World::company,
            World::company,
            w -> "open " + mayBeSignedInto(w.company()));
    return List.of(
        staff.first(
            ShopStaffAssigned.class,
            "to a second shop",
            w -> new ShopStaffAssigned("s2", w.user(), "shop_staff")),
        staff.first(
            ShopStaffRemoved.class,
            "from the only shop",
            w -> new ShopStaffRemoved(WORKPLACE, w.user())),
        staff.first(MailPasswordReset.class, "to the staff", w -> new MailPasswordReset(w.email())),
        company.first(CompanySuspended.class, "until it pays", World::suspended),
        company.after(
            World::suspended,
            CompanyActivated.class,
            "again",
            w -> new CompanyActivated(w.asCompany())),
        company.first(
            CompanyClosed.class, "for good", w -> new CompanyClosed(w.asCompany(), Instant.EPOCH)));
  }

  private String workplaces(World world) {
    return admin().get("/api/users/" + world.user()).expect(200).json().path("shopIds").toString();
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
