package io.emporium.kit.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;

/// The refusals of each operation, all of one shape.
final class ProblemDescriptions implements GlobalOpenApiCustomizer, Ordered {

  private static final String SCHEMA = "Problem";

  private static final Map<String, String> MEANINGS =
      Map.of(
          "400", "The request is invalid; `errors` says where",
          "401", "No token, or none that is valid",
          "403", "The role or scope does not allow it",
          "404", "Unknown, or another tenant's",
          "409", "The state does not allow it",
          "412", "Changed since; read again and decide anew",
          "422", "Against a rule",
          "429", "Too many requests; see `Retry-After`",
          "503", "Not available at the moment; see `Retry-After`");

  // After the security of each operation is known.
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void customise(OpenAPI description) {
    description.getComponents().addSchemas(SCHEMA, problem());
    MEANINGS.forEach(
        (status, meaning) ->
            description.getComponents().addResponses("Problem" + status, answer(meaning)));
    description
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> addRefusals(path, method, operation)));
  }

  private static void addRefusals(String path, HttpMethod method, Operation operation) {
    boolean takesInput = operation.getRequestBody() != null || operation.getParameters() != null;
    addIf(takesInput, operation, "400");
    boolean needsToken = operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    addIf(needsToken, operation, "401");
    addIf(needsToken, operation, "403");
    addIf(path.contains("{"), operation, "404");
    addIf(method != HttpMethod.GET, operation, "409");
    addIf(takesVersion(operation), operation, "412");
    addIf(method != HttpMethod.GET, operation, "422");
    addIf(true, operation, "429");
    addIf(true, operation, "503");
  }

  private static boolean takesVersion(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(one -> "If-Match".equals(one.getName()));
  }

  private static void addIf(boolean possible, Operation operation, String status) {
    if (possible) {
      operation
          .getResponses()
          .putIfAbsent(status, new ApiResponse().$ref("#/components/responses/Problem" + status));
    }
  }

  private static ApiResponse answer(String meaning) {
    return new ApiResponse()
        .description(meaning)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("RFC 9457")
        .addProperty("type", new StringSchema().format("uri-reference"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("One sentence for a person"))
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty("code", new StringSchema().description("Stable, for programs"))
        .addProperty("correlationId", new StringSchema().description("Quote it when you ask"))
        .addProperty("errors", new ArraySchema().items(violation()))
        .addRequiredItem("type")
        .addRequiredItem("title")
        .addRequiredItem("status")
        .addRequiredItem("code");
  }

  private static Schema<?> violation() {
    return new ObjectSchema()
        .addProperty(
            "pointer",
            new StringSchema().description("JSON pointer into the body, or a parameter's name"))
        .addProperty("message", new StringSchema());
  }
}
