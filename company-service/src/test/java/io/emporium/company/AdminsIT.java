package io.emporium.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

/// Admins as auth-service tells of them.
@ServiceTest
class AdminsIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private AmqpAdmin queues;

  private final String ada = "ada-" + UUID.randomUUID();
  private String company;

  @BeforeEach
  void register() {
    company =
        api.as(TestTokens.superAdmin())
            .post("/api/companies", Map.of("name", "Staffed"))
            .expect(201)
            .text("/id");
  }

  @Test
  void areListedForTheirCompanyAndNobodyElse() {
    tell(1, registered("company_admin"));
    broker.deliver(
        TestBroker.envelope(
            "bob",
            company,
            1,
            new UserRegistered("bob", "b@x", null, "shop_staff", company, shops())));

    awaitAdmins(ada);
    var listed = admin().get(path()).expect(200);
    assertThat(listed.text("/totalItems")).isEqualTo("1");
    assertThat(listed.text("/items/0/email")).isEqualTo(ada + "@example.com");
    assertThat(listed.text("/items/0/active")).isEqualTo("true");
    api.as(TestTokens.companyAdmin("other")).get(path()).expectProblem(404, "company_not_found");
    api.as(TestTokens.manager(company, "s")).get(path()).expectProblem(403, "forbidden");
    api.as(TestTokens.superAdmin()).get(path()).expect(200);
  }

  @Test
  void comeAndGoWithTheirRole() {
    tell(1, registered("shop_manager"));
    tell(2, roleChanged("company_admin"));
    awaitAdmins(ada);

    tell(3, roleChanged("shop_staff"));
    awaitAdmins();
  }

  @Test
  void areRightWhateverTheOrderAndRepetitionOfNews() {
    tell(4, new UserDisabled(ada, "left"));
    tell(3, roleChanged("company_admin"));
    tell(5, new UserEnabled(ada));
    tell(4, new UserDisabled(ada, "left"));
    tell(2, roleChanged("shop_staff"));
    tell(1, registered("shop_manager"));
    tell(3, roleChanged("company_admin"));

    await()
        .untilAsserted(
            () -> {
              var listed = admin().get(path()).expect(200);
              assertThat(listed.text("/items/0/email")).isEqualTo(ada + "@example.com");
              assertThat(listed.text("/items/0/active")).isEqualTo("true");
            });
    tell(6, new UserDisabled(ada, "left"));
    await()
        .untilAsserted(
            () -> assertThat(admin().get(path()).text("/items/0/active")).isEqualTo("false"));
  }

  @Test
  void surviveUnreadableNews() {
    var _ = queues.purgeQueue("company.parking");
    broker.deliverRaw(UserRegistered.class, "{".getBytes(StandardCharsets.UTF_8), "poison");
    tell(1, registered("company_admin"));

    awaitAdmins(ada);
    await().until(() -> broker.depth("company.parking") == 1);
  }

  private UserRegistered registered(String role) {
    return new UserRegistered(ada, ada + "@example.com", "Ada", role, company, shops());
  }

  private UserRoleChanged roleChanged(String role) {
    return new UserRoleChanged(ada, role, "shop_staff", company, shops());
  }

  private static List<String> shops() {
    return List.of();
  }

  private void tell(long version, Message message) {
    broker.deliver(TestBroker.envelope(ada, company, version, message));
  }

  private void awaitAdmins(String... userIds) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        admin()
                            .get(path())
                            .expect(200)
                            .json()
                            .at("/items")
                            .valueStream()
                            .map(item -> item.at("/userId").asString()))
                    .containsExactly(userIds));
  }

  private TestApi admin() {
    return api.as(TestTokens.companyAdmin(company));
  }

  private String path() {
    return "/api/companies/" + company + "/admins";
  }
}
