package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Somebody is invited and joins by the link in the letter, with a password that nobody else knows.
final class JoiningByMail {

  private static final Pattern LINK = Pattern.compile("/accept-invitation#token=([\\w.-]+)");

  private final Cast cast;
  private final StoryTeller teller;
  private final Outbox outside;

  JoiningByMail(Cast cast, StoryTeller teller, Outbox outside) {
    this.cast = cast;
    this.teller = teller;
    this.outside = outside;
  }

  void play() {
    teller.chapter("A cashier joins");
    if (outside.isReadable()) {
      teller.step("The administrator invites a cashier by e-mail", this::invite);
      teller.step("The cashier follows the link in the letter", this::accept);
    } else {
      teller.step("The administrator hires a cashier: no letter can be read here", this::hire);
    }
  }

  private String invite() {
    Answer invitation = cast.admin.post("/api/users/invitations", cashier(Map.of())).expect(201);
    return cast.cashierEmail() + " is " + invitation.text("/status");
  }

  private String accept() {
    Answer joined =
        cast.anyone
            .post(
                "/api/auth/invitations/accept",
                Map.of(
                    "token",
                    outside.fromLetter(cast.cashierEmail(), LINK),
                    "password",
                    Cast.PASSWORD,
                    "fullName",
                    "Cleo"))
            .expect(201);
    cast.cashier = cast.anyone.as(joined.text("/accessToken"));
    return joined.text("/user/fullName") + " joins as " + joined.text("/user/role");
  }

  private String hire() {
    cast.admin.post("/api/users", cashier(Map.of("password", Cast.PASSWORD))).expect(201);
    cast.cashier = cast.anyone.as(cast.signIn(cast.cashierEmail(), Cast.PASSWORD));
    return cast.cashierEmail();
  }

  private Map<String, Object> cashier(Map<String, Object> more) {
    Map<String, Object> person = new HashMap<>(more);
    person.put("email", cast.cashierEmail());
    person.put("role", "shop_staff");
    person.put("shopIds", List.of(cast.shopId));
    return person;
  }
}
