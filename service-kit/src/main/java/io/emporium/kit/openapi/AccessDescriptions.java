package io.emporium.kit.openapi;

import io.emporium.kit.security.AuthorizationPolicy;
import io.emporium.kit.security.AuthorizationPolicy.Rule;
import io.emporium.kit.security.Role;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.server.PathContainer;

/// Who may call, straight from `authz-policy.yaml`: the description cannot differ from what is
/// enforced.
final class AccessDescriptions implements GlobalOpenApiCustomizer {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  private final AuthorizationPolicy policy;

  AccessDescriptions(AuthorizationPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void customise(OpenAPI description) {
    description
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            ruleOf(method, path)
                                .ifPresent(rule -> describe(operation, method, rule))));
  }

  private Optional<Rule> ruleOf(HttpMethod method, String path) {
    PathContainer asked = PathContainer.parsePath(path);
    return policy.rules().stream()
        .filter(rule -> rule.method().equals(method.name()) && rule.path().matches(asked))
        .findFirst();
  }

  private static void describe(Operation operation, HttpMethod method, Rule rule) {
    operation.setDescription(whoMayCall(rule));
    SecurityRequirement token = new SecurityRequirement().addList(OpenApiAutoConfiguration.BEARER);
    if (!rule.anonymous()) {
      operation.setSecurity(List.of(token));
    } else if (rule.roles().isEmpty()) {
      operation.setSecurity(List.of());
    } else {
      operation.setSecurity(List.of(new SecurityRequirement(), token));
    }
    if (method == HttpMethod.POST && !rule.roles().isEmpty()) {
      addIdempotencyKey(operation);
    }
  }

  private static String whoMayCall(Rule rule) {
    String roles =
        rule.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(", "));
    String scope = " Scope: " + rule.scope().name().toLowerCase(Locale.ROOT) + ".";
    if (!rule.anonymous()) {
      return "Allowed: " + roles + "." + scope;
    }
    return roles.isEmpty() ? "Open to all." : "Open to all; known: " + roles + "." + scope;
  }

  private static void addIdempotencyKey(Operation operation) {
    List<Parameter> known = operation.getParameters();
    if (known != null && known.stream().anyMatch(one -> IDEMPOTENCY_KEY.equals(one.getName()))) {
      return;
    }
    operation.addParametersItem(
        new Parameter()
            .name(IDEMPOTENCY_KEY)
            .in("header")
            .required(false)
            .description("The same key and body again: the first answer again")
            .schema(new StringSchema().minLength(1).maxLength(LONGEST_KEY)));
  }
}
