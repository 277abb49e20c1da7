package io.emporium.auth;

import static io.emporium.auth.People.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.auth.standing.CompanyStanding;
import io.emporium.auth.standing.CompanyStandings;
import io.emporium.events.Envelope;
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
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.Halts;
import io.emporium.kit.testing.crash.Halts.Step;
import io.emporium.kit.testing.crash.NewsSamples;
import io.emporium.kit.testing.crash.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points; and the request that leaves an
/// announcement.
@ServiceTest
class AuthCrashSweepIT extends CrashSweep {

  private static final String WORKPLACE = "s1";
  private static final String ANNOUNCED = "announcement.after-write";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Halts halts;
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

  /// Nobody delivers a request again. What it had announced is told although it died before anybody
  /// was woken for it, and whoever asks again is heard.
  @Test
  void aRequestForALetterIsHeardOrNotWhereverItIsHalted() {
    List<Step> steps = stepsOfARequestForALetter();
    assertThat(steps).extracting(Step::point).endsWith("announcement.before-write", ANNOUNCED);

    for (Step step : steps) {
      String email = anEmail();
      String halted = UUID.randomUUID().toString();
      halts.watch(halted);
      halts.haltAt(halted, step);
      askForALetter(email, halted).expect(500);
      int heard = step.point().equals(ANNOUNCED) ? 1 : 0;

      askForALetter(email, UUID.randomUUID().toString()).expect(202);

      await("halted at " + step).untilAsserted(() -> assertThat(asked(email)).hasSize(heard + 1));
    }
  }

  private List<Step> stepsOfARequestForALetter() {
    // The first one from an address has more to write than all others.
    askForALetter(anEmail(), UUID.randomUUID().toString()).expect(202);
    String calm = UUID.randomUUID().toString();
    halts.watch(calm);
    askForALetter(anEmail(), calm).expect(202);
    // What comes later is taken by the handler of what was announced.
    return halts.seen(calm).stream().filter(step -> step.during().isEmpty()).toList();
  }

  private TestResponse askForALetter(String email, String correlationId) {
    return api.post(
        "/api/auth/password/forgot",
        Map.of("email", email),
        "X-Correlation-Id",
        correlationId,
        "X-Forwarded-For",
        "203.0.116.1");
  }

  private List<Envelope<MailPasswordReset>> asked(String email) {
    return broker.published(MailPasswordReset.class, asked -> asked.email().equals(email));
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
