package io.emporium.fleet.wall;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.wall.Actor.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Two companies that must not see each other, and everybody who calls.
public final class World {

  private final Supplier<String> superAdmin;
  private final Company ours;
  private final Company theirs;
  private final List<Actor> actors = new ArrayList<>();

  World(Company ours, Company theirs, Supplier<String> superAdmin) {
    this.ours = ours;
    this.theirs = theirs;
    this.superAdmin = superAdmin;
  }

  /// @param anyone client of the gateway
  /// @param superAdmin signs in and gives the token
  /// @param run makes names unique
  /// @param expiredToken rightly signed
  public static World build(
      Api anyone, Supplier<String> superAdmin, String run, String expiredToken) {
    Api founder = anyone.as(superAdmin.get());
    World world =
        new World(
            Company.open(anyone, founder, "a" + run),
            Company.open(anyone, founder, "b" + run),
            superAdmin);
    world.summon(world.revoked(), expiredToken);
    return world;
  }

  void summon(String revokedToken, String expiredToken) {
    actors.add(new Actor("anonymous", "anonymous", Standing.ANONYMOUS, null));
    actors.add(new Actor("super admin", "super_admin", Standing.PLATFORM, superAdmin.get()));
    add("own", Standing.OWN, ours, List.of("admin", "manager", "staff", "customer"));
    add("other shop's", Standing.OTHER_SHOP, ours, List.of("manager2", "staff2"));
    add("foreign", Standing.FOREIGN, theirs, List.of("admin", "manager", "staff", "customer"));
    actors.add(new Actor("revoked admin", "company_admin", Standing.VOID, revokedToken));
    actors.add(new Actor("expired super admin", "super_admin", Standing.VOID, expiredToken));
  }

  private void add(String word, Standing standing, Company company, List<String> names) {
    for (String name : names) {
      actors.add(new Actor(word + " " + name, roleOf(name), standing, company.token(name)));
    }
  }

  public static String roleOf(String name) {
    return switch (name.replace("2", "")) {
      case "admin" -> "company_admin";
      case "manager" -> "shop_manager";
      case "staff" -> "shop_staff";
      default -> name;
    };
  }

  /// Signed by the right key and not yet expired, but its owner has been disabled since.
  private String revoked() {
    Api admin = ours.as("admin");
    Map<String, String> leaver =
        Map.of(
            "email", ours.email("leaver"), "password", Company.PASSWORD, "role", "company_admin");
    String id = admin.post("/api/users", leaver).expect(201).text("/id");
    String token = ours.freshToken("leaver");
    admin.post("/api/users/" + id + "/disable", null).expect(200);
    return token;
  }

  /// Whose ids are at stake.
  public Company ours() {
    return ours;
  }

  public Company theirs() {
    return theirs;
  }

  public List<Actor> actors() {
    return List.copyOf(actors);
  }

  /// Tokens that every service has to refuse by now.
  public List<String> voidTokens() {
    return actors.stream()
        .filter(Actor::isVoid)
        .map(Actor::token)
        .filter(Objects::nonNull)
        .toList();
  }

  /// The token to call with now: some operations end the session of who calls them.
  public @Nullable String freshToken(Actor actor) {
    return switch (actor.standing()) {
      case ANONYMOUS, VOID -> actor.token();
      case PLATFORM -> superAdmin.get();
      case OWN, OTHER_SHOP -> ours.freshToken(nameOf(actor));
      case FOREIGN -> theirs.freshToken(nameOf(actor));
    };
  }

  Company companyOf(Actor actor) {
    return actor.standing() == Standing.FOREIGN ? theirs : ours;
  }

  private static String nameOf(Actor actor) {
    return actor.name().substring(actor.name().lastIndexOf(' ') + 1);
  }
}
