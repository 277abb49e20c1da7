package io.emporium.fleet.wall;

import io.emporium.fleet.wall.Actor.Standing;
import io.emporium.fleet.wall.PolicyFile.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What an answer must be, by the policy alone.
final class Judge {

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[.\\d]*Z");

  private Judge() {}

  /// @return what is wrong with letting in or keeping out
  static Optional<String> ofAdmission(Rule rule, Actor actor, Reply reply) {
    if (reply.status() == 0 || reply.status() >= 500) {
      return Optional.of("a fault");
    }
    if (actor.isVoid()) {
      // Who signs in may come with an old token: where everybody is nobody, none is looked at.
      return reply.status() == 401 || rule.allow().equals(Set.of("anonymous"))
          ? Optional.empty()
          : Optional.of("a void token counts");
    }
    if (!rule.allows(actor.role())) {
      int expected = actor.standing() == Standing.ANONYMOUS ? 401 : 403;
      String code = expected == 401 ? "unauthenticated" : "forbidden";
      return reply.status() == expected && reply.code().equals(code)
          ? Optional.empty()
          : Optional.of("lets in whom the policy keeps out (" + expected + " expected)");
    }
    return List.of("unauthenticated", "forbidden").contains(reply.code())
        ? Optional.of("keeps out whom the policy lets in")
        : Optional.empty();
  }

  /// A foreign id must not be told from one that never was.
  ///
  /// @param sent ids that may come back in an answer, foreign and unknown ones
  static Optional<String> ofLikeness(Reply foreign, Reply unknown, List<String> sent) {
    if (foreign.status() != unknown.status()) {
      return Optional.of(
          "%d for a foreign id, %d for an unknown one"
              .formatted(foreign.status(), unknown.status()));
    }
    return shape(foreign, sent).equals(shape(unknown, sent))
        ? Optional.empty()
        : Optional.of("a foreign id answers in other words than an unknown one");
  }

  private static String shape(Reply reply, List<String> sent) {
    JsonNode json = reply.json();
    if (reply.succeeded()) {
      return new TreeSet<>(json.propertyNames()).toString();
    }
    String words =
        "%s %s %s %s"
            .formatted(
                json.path("type"), json.path("title"), json.path("detail"), json.path("errors"));
    for (String id : sent) {
      words = words.replace(id, "<id>");
    }
    return MOMENT.matcher(words).replaceAll("<moment>");
  }

  /// @param sent what the caller has said himself may be repeated
  /// @return what of the secrets stands in the answer
  static Optional<String> ofSilence(Reply reply, List<String> secrets, List<String> sent) {
    return secrets.stream()
        .filter(secret -> sent.stream().noneMatch(said -> said.contains(secret)))
        .filter(reply.body()::contains)
        .findFirst()
        .map(_ -> "a stranger reads what is not for him");
  }
}
