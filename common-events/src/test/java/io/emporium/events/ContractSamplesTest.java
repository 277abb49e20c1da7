package io.emporium.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// One golden sample per contract, in `contracts/<wire name>.json`, and one per component that was
/// added to a contract since, in `contracts/later/`. A sample may be added, never edited: messages
/// like it lie in the queues of running fleets.
class ContractSamplesTest {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  @TestFactory
  Stream<DynamicTest> everyContractReadsAndWritesItsSample() {
    return Contracts.all().entrySet().stream()
        .map(
            contract ->
                DynamicTest.dynamicTest(
                    contract.getKey(),
                    () -> {
                      JsonNode sample = mapper.readTree(sample(contract.getKey()));
                      Message message = mapper.treeToValue(sample, contract.getValue());
                      assertThat(mapper.readTree(mapper.writeValueAsString(message)))
                          .isEqualTo(sample);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everySampleFillsEveryComponent() {
    return Contracts.all().entrySet().stream()
        .map(
            contract ->
                DynamicTest.dynamicTest(
                    contract.getKey(),
                    () -> {
                      JsonNode sample = mapper.readTree(sample(contract.getKey()));
                      assertThat(sample.propertyNames())
                          .containsExactlyInAnyOrderElementsOf(
                              Stream.of(contract.getValue().getRecordComponents())
                                  .map(component -> component.getName())
                                  .toList());
                    }));
  }

  @ParameterizedTest
  @CsvSource("company.settings_changed, legal")
  void whatWasAddedToAContractHasASample(String contract, String added) throws IOException {
    String text = sample("later/" + contract + "." + added);

    Message message = mapper.readValue(text, Contracts.all().get(contract));

    assertThat(text).contains("\"" + added + "\"");
    assertThat(sample(contract)).doesNotContain("\"" + added + "\"");
    assertThat(mapper.readTree(mapper.writeValueAsString(message)))
        .isEqualTo(mapper.readTree(text));
  }

  @Test
  void everyContractKnowsWhoPublishesOrHandlesIt() {
    for (Class<?> face : Contracts.FACES) {
      boolean fact = Fact.class.isAssignableFrom(face);
      assertThat(face.isSealed()).as(face + " is sealed").isTrue();
      assertThat(face.isAnnotationPresent(PublishedBy.class)).as(face.getName()).isEqualTo(fact);
      assertThat(face.isAnnotationPresent(HandledBy.class)).as(face.getName()).isEqualTo(!fact);
    }
  }

  private static String sample(String name) throws IOException {
    try (InputStream in =
        ContractSamplesTest.class.getResourceAsStream("/contracts/" + name + ".json")) {
      assertThat(in).as("contracts/" + name + ".json").isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
