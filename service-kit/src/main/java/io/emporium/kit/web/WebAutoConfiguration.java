package io.emporium.kit.web;

import io.emporium.kit.ServiceName;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Lazy;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP edge of a service.
@AutoConfiguration
@EnableConfigurationProperties(WebProperties.class)
@ComponentScan(
    basePackages = "io.emporium.kit.problem",
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestControllerAdvice.class))
class WebAutoConfiguration {

  @Bean
  ProblemWriter problemWriter(ServiceName service, JsonMapper mapper) {
    return new ProblemWriter(service, mapper);
  }

  @Bean
  FilterRegistrationBean<Filter> correlationFilter(Ids ids) {
    return at(FilterOrder.CORRELATION, new CorrelationFilter(ids));
  }

  // Lazy: filters are made before the rest of the application.
  @Bean
  FilterRegistrationBean<Filter> failureFilter(
      @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver advice,
      ProblemWriter problems) {
    return at(FilterOrder.FAILURE, new FailureFilter(advice, problems));
  }

  @Bean
  FilterRegistrationBean<Filter> turnFilter(
      WebProperties properties, ProblemWriter problems, MeterRegistry meters) {
    Turns turns = new Turns(properties.turns());
    meters.gauge("emporium.web.waiting", turns, Turns::waiting);
    return at(FilterOrder.TURN, new TurnFilter(turns, properties.turnPatience(), problems));
  }

  @Bean
  FilterRegistrationBean<Filter> bodyLimitFilter(WebProperties properties, ProblemWriter problems) {
    return at(
        FilterOrder.BODY_LIMIT, new BodyLimitFilter(properties.maxBody().toBytes(), problems));
  }

  @Bean
  FilterRegistrationBean<Filter> causeFilter() {
    return at(FilterOrder.CAUSE, new CauseFilter());
  }

  @Bean
  WebMvcConfigurer argumentsOfHandlers() {
    return new WebMvcConfigurer() {
      @Override
      public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new InstantFromText());
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
        resolvers.add(new PageQueryResolver());
      }
    };
  }

  @Bean
  HealthController healthController(HealthEndpoint endpoint) {
    return new HealthController(endpoint);
  }

  /// What Spring Security's firewall takes for an attack, such as `%00` in a path.
  @Bean
  RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
    return (request, response, rejected) ->
        problems.write(
            request,
            response,
            HttpStatus.BAD_REQUEST,
            "malformed_request",
            "This is no request that can be answered");
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
              }
            });
  }

  private static FilterRegistrationBean<Filter> at(int order, Filter filter) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
