package io.emporium.kit.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `authz-policy.yaml` of a service: who may call which operation, and on whose data. An operation
/// that is not in it is denied.
///
/// ```yaml
/// operations:
///   - operation: POST /api/orders
///     allow: [customer, shop_staff]
///     scope: own
///   - operation: POST /api/auth/login
///     allow: [anonymous]
///     scope: public
/// ```
public final class AuthorizationPolicy {

  /// On whose data an operation works; enforced by the stores, stated here for the matrix test.
  public enum DataScope {
    /// Open to the world.
    PUBLIC,
    /// What belongs to the calling user.
    OWN,
    /// The shops of the caller, or all of an admin's company.
    SHOP,
    /// The caller's company.
    COMPANY,
    /// Everything.
    PLATFORM
  }

  /// One row.
  ///
  /// @param anonymous whether no token is needed
  public record Rule(
      String method, PathPattern path, boolean anonymous, Set<Role> roles, DataScope scope) {

    public String operation() {
      return method + " " + path.getPatternString();
    }

    boolean matches(String requestMethod, PathContainer requestPath) {
      // HEAD asks what GET asks.
      String asked = requestMethod.equals("HEAD") ? "GET" : requestMethod;
      return method.equals(asked) && path.matches(requestPath);
    }
  }

  private final List<Rule> rules;

  AuthorizationPolicy(List<Rule> rules) {
    List<Rule> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparing(Rule::path, PathPattern.SPECIFICITY_COMPARATOR));
    this.rules = List.copyOf(sorted);
  }

  /// @throws IllegalStateException when a row is malformed or names an unknown role or scope
  public static AuthorizationPolicy parse(InputStream yaml) {
    Map<String, List<Map<String, Object>>> file =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    List<Map<String, Object>> rows = file.getOrDefault("operations", List.of());
    return new AuthorizationPolicy(rows.stream().map(AuthorizationPolicy::rule).toList());
  }

  static AuthorizationPolicy fromClasspath() {
    try (InputStream yaml = AuthorizationPolicy.class.getResourceAsStream("/authz-policy.yaml")) {
      if (yaml == null) {
        throw new IllegalStateException("authz-policy.yaml is missing from the classpath");
      }
      return parse(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Rule> rules() {
    return rules;
  }

  Optional<Rule> ruleFor(String method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return rules.stream().filter(rule -> rule.matches(method, parsed)).findFirst();
  }

  /// Methods under which the path is known.
  List<String> methodsOf(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return rules.stream()
        .filter(rule -> rule.path().matches(parsed))
        .map(Rule::method)
        .distinct()
        .toList();
  }

  private static Rule rule(Map<String, Object> row) {
    String operation = String.valueOf(row.get("operation"));
    String[] parts = operation.split(" ", 2);
    if (parts.length != 2 || !(row.get("allow") instanceof List<?> allowed)) {
      throw new IllegalStateException("malformed row in authz-policy.yaml: " + row);
    }
    boolean anonymous = allowed.contains("anonymous");
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Object name : allowed) {
      if (!name.equals("anonymous")) {
        roles.add(
            Role.fromWire(name.toString())
                .orElseThrow(
                    () -> new IllegalStateException("unknown role " + name + " in " + operation)));
      }
    }
    DataScope scope = DataScope.valueOf(String.valueOf(row.get("scope")).toUpperCase(Locale.ROOT));
    return new Rule(
        parts[0], PathPatternParser.defaultInstance.parse(parts[1]), anonymous, roles, scope);
  }
}
