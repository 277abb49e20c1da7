package io.emporium.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.security.AuthorizationPolicy;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Extend this in a service's tests: each operation stands in `authz-policy.yaml`, and nothing else
/// does.
public abstract class PolicyCoverage {

  private static final Set<String> OPEN = Set.of("/health", "/health/{group}", "/error");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Autowired private AuthorizationPolicy policy;

  @Test
  void everyOperationStandsInThePolicyAndNothingElse() {
    Set<String> served = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (method.getBeanType().getPackageName().startsWith("io.emporium")) {
                served.addAll(operations(mapping));
              }
            });

    assertThat(policy.rules().stream().map(AuthorizationPolicy.Rule::operation).toList())
        .containsExactlyInAnyOrderElementsOf(served);
  }

  private static Set<String> operations(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .filter(path -> !OPEN.contains(path))
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(method -> method + " " + path))
        .collect(Collectors.toSet());
  }
}
