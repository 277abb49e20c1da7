package io.emporium.kit.security;

import io.emporium.kit.problem.ProblemWriter;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/// Every service verifies every token itself and asks its own policy file.
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
@EnableConfigurationProperties(TokenProperties.class)
class ServiceSecurityAutoConfiguration {

  @Bean
  AuthorizationPolicy authorizationPolicy() {
    return AuthorizationPolicy.fromClasspath();
  }

  @Bean
  Revocations revocations() {
    return new Revocations();
  }

  @Bean
  RevocationListener revocationListener(Revocations revocations) {
    return new RevocationListener(revocations);
  }

  @Bean
  @ConditionalOnMissingBean
  RevocationSource revocationSource(TokenProperties properties, JsonMapper mapper) {
    return new HttpRevocationSource(properties.revocations(), mapper);
  }

  @Bean
  RevocationSync revocationSync(
      RevocationSource source, Revocations revocations, TokenProperties properties, Clock clock) {
    return new RevocationSync(source, revocations, properties, clock);
  }

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(TokenProperties properties) {
    return TokenVerification.decoder(properties);
  }

  @Bean
  CallerConverter callerConverter(Revocations revocations, RevocationSync sync) {
    return new CallerConverter(revocations, sync);
  }

  // A request is measured once; measuring each filter on its way costs more than the filters do.
  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      AuthorizationPolicy policy,
      CallerConverter callers,
      ProblemWriter problemWriter) {
    SecurityProblems problems = new SecurityProblems(policy, problemWriter);
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/health", "/health/*", "/v3/api-docs", "/v3/api-docs.yaml")
                    .permitAll()
                    // On the management port, which is for operators: not reachable on this one.
                    .requestMatchers(EndpointRequest.toAnyEndpoint())
                    .permitAll()
                    .anyRequest()
                    .access(new PolicyAuthorization(policy)))
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenResolver(new OpenOperations(policy))
                    .withObjectPostProcessor(answeringWith(problems))
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }

  // By default the filter lets "cannot be told" through as an error of the server.
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringWith(
      SecurityProblems problems) {
    AuthenticationEntryPointFailureHandler handler =
        new AuthenticationEntryPointFailureHandler(problems);
    handler.setRethrowAuthenticationServiceException(false);
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(handler);
        return filter;
      }
    };
  }
}
