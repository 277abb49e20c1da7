package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What a service tells about itself at `/v3/api-docs`.
@ServiceTest
class OpenApiIT {

  @Autowired private TestApi api;
  private JsonNode described;

  @BeforeEach
  void read() {
    described = api.get("/v3/api-docs").expect(200).json();
  }

  @Test
  void isOpenApi31AndWorksWhereverItWasReadFrom() {
    assertThat(described.at("/openapi").asString()).startsWith("3.1");
    assertThat(described.at("/servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
  }

  @Test
  void showsPagingAndNeitherCallerNorPageQuery() {
    JsonNode list = operation("get", "/api/parcels");

    assertThat(names(list)).containsExactly("page", "size", "sort");
    assertThat(list.at("/parameters/1/schema/maximum").asInt()).isEqualTo(100);
    assertThat(list.at("/parameters/2/schema/items/pattern").asString()).contains("weighings");
    assertThat(described.at("/components/schemas").propertyNames())
        .contains("ParcelResponse", "Problem")
        .doesNotContain("Caller", "PageQuery");
  }

  @Test
  void saysWhoMayCallAsThePolicyDoes() {
    JsonNode create = operation("post", "/api/parcels");

    assertThat(create.at("/security/0/bearer").isArray()).isTrue();
    assertThat(create.at("/description").asString()).startsWith("Allowed: ").contains("Scope: ");
    assertThat(names(create)).containsExactly("Idempotency-Key");
    assertThat(described.at("/components/securitySchemes/bearer/scheme").asString())
        .isEqualTo("bearer");
  }

  @Test
  void describesRefusalsAndBothSuccesses() {
    JsonNode answers = operation("post", "/api/parcels").at("/responses");
    assertThat(answers.propertyNames()).contains("2XX", "400", "401", "403", "409", "422", "429");
    assertThat(answers.at("/400/$ref").asString()).isEqualTo("#/components/responses/Problem400");
    assertThat(
            described
                .at("/components/responses/Problem400/content")
                .path("application/problem+json")
                .at("/schema/$ref")
                .asString())
        .isEqualTo("#/components/schemas/Problem");
    assertThat(operation("get", "/api/parcels/{id}").at("/responses").propertyNames())
        .contains("200", "404")
        .doesNotContain("409");
  }

  @Test
  void writesValuesAsTheyAreOnTheWire() {
    JsonNode request = described.at("/components/schemas/ParcelRequest/properties");

    assertThat(request.at("/priority/enum").toString()).isEqualTo("[\"standard\",\"next_day\"]");
    assertThat(described.at("/components/schemas/Money/properties/currency/type").asString())
        .isEqualTo("string");
  }

  private JsonNode operation(String method, String path) {
    return described.path("paths").path(path).path(method);
  }

  private static List<String> names(JsonNode operation) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .map(parameter -> parameter.path("name").asString())
        .filter(name -> !name.equals("id"))
        .toList();
  }
}
