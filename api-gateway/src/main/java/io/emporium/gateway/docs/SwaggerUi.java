package io.emporium.gateway.docs;

import io.emporium.gateway.routing.Destination;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// Swagger UI at `/docs`, which reads the API description of each service through the gateway.
@Configuration(proxyBeanMethods = false)
class SwaggerUi {

  private static final String COORDINATES = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  @Bean
  RouterFunction<ServerResponse> docs(JsonMapper mapper) throws IOException {
    String script = script(mapper);
    String ui = "META-INF/resources/webjars/swagger-ui/" + version() + "/";
    return RouterFunctions.route()
        .GET("/docs", _ -> ServerResponse.permanentRedirect(URI.create("/docs/index.html")).build())
        .GET(
            "/docs/", _ -> ServerResponse.permanentRedirect(URI.create("/docs/index.html")).build())
        .GET(
            "/docs/initializer.js",
            _ ->
                ServerResponse.ok()
                    .contentType(MediaType.valueOf("text/javascript"))
                    .cacheControl(CacheControl.noCache())
                    .bodyValue(script))
        .resources("/docs/ui/**", new ClassPathResource(ui))
        .resources("/docs/**", new ClassPathResource("docs/"))
        .build();
  }

  // Nothing is asked of other hosts: no validator badge. A token is kept in the page only, but for
  // all services: by itself, the UI forgets it when another service is chosen.
  private static String script(JsonMapper mapper) {
    List<Map<String, String>> descriptions =
        Arrays.stream(Destination.values())
            .map(service -> Map.of("name", service.serviceName(), "url", service.docsPath()))
            .toList();
    return """
        window.ui = SwaggerUIBundle({
          urls: %s,
          dom_id: '#swagger-ui',
          deepLinking: true,
          docExpansion: 'none',
          filter: true,
          displayRequestDuration: true,
          tryItOutEnabled: true,
          validatorUrl: null,
          presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
          plugins: [() => ({
            statePlugins: {
              auth: { wrapActions: { restoreAuthorization: () => () => ({ type: 'token_kept' }) } }
            }
          })],
          layout: 'StandaloneLayout'
        });
        """
        .formatted(mapper.writeValueAsString(descriptions));
  }

  private static String version() throws IOException {
    Properties coordinates = new Properties();
    try (InputStream file = new ClassPathResource(COORDINATES).getInputStream()) {
      coordinates.load(file);
    }
    return coordinates.getProperty("version");
  }
}
