package io.emporium.kit.openapi;

import io.emporium.kit.ServiceName;
import io.emporium.kit.security.AuthorizationPolicy;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.PageQuery;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Currency;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.MultiValueMap;

/// The part of the description that is the same everywhere: who may call, how lists are paged, what
/// a refusal looks like, and values as they are on the wire.
@AutoConfiguration
class OpenApiAutoConfiguration {

  static final String BEARER = "bearer";

  private static final String GENERAL =
      """
      Refusals are RFC 9457 problems: `code` is stable, `errors` names the fields. Ids are opaque \
      strings, times are UTC, money is an integer of minor units with its currency. What another \
      tenant owns answers like what does not exist.""";

  OpenApiAutoConfiguration() {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, PageQuery.class)
        .replaceWithSchema(
            Currency.class,
            new StringSchema().pattern("[A-Z]{3}").example("USD").description("ISO 4217"))
        .replaceWithSchema(
            MultiValueMap.class, new MapSchema().additionalProperties(new StringSchema()));
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI openApi(ServiceName service) {
    return new OpenAPI()
        .info(new Info().title(service.value()).version("1").description(GENERAL))
        // Where the description came from: the gateway, or the service's own port.
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("`accessToken` of POST /api/auth/login")));
  }

  @Bean
  OperationDescriptions operationDescriptions() {
    return new OperationDescriptions();
  }

  @Bean
  AccessDescriptions accessDescriptions(AuthorizationPolicy policy) {
    return new AccessDescriptions(policy);
  }

  @Bean
  ProblemDescriptions problemDescriptions() {
    return new ProblemDescriptions();
  }

  @Bean
  WireNames wireNames() {
    return new WireNames();
  }
}
