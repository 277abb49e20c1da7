package io.emporium.kit.security;

import io.emporium.kit.problem.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

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
  JwtDecoder jwtDecoder(TokenProperties properties) {
    return TokenVerification.decoder(properties);
  }

  @Bean
  CallerConverter callerConverter(Revocations revocations) {
    return new CallerConverter(revocations);
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
                    .anyRequest()
                    .access(new PolicyAuthorizationManager(policy)))
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }
}
