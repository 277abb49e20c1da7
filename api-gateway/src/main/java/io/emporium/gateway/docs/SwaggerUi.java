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
            "/docs/initializer.js",
            _ ->
                ServerResponse.ok()
                    .contentType(MediaType.valueOf("text/javascript"))
                    .bodyValue(script))
        .resources("/docs/ui/**", new ClassPathResource(ui))
        .resources("/docs/**", new ClassPathResource("docs/"))
        .build();
  }

  private static String script(JsonMapper mapper) {
    List<Map<String, String>> descriptions =
        Arrays.stream(Destination.values())
            .map(Destination::serviceName)
            .map(name -> Map.of("name", name, "url", "/v3/api-docs/" + name))
            .toList();
    return """
        window.ui = SwaggerUIBundle({
          urls: %s,
          dom_id: '#swagger-ui',
          deepLinking: true,
          presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
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
