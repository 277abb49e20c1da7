package io.emporium.fleet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.docs.ContractClasses.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// `docs/asyncapi.yaml` describes each message for tools that read AsyncAPI 3. To write it anew,
/// after a build of all modules: `DOCS_UPDATE=true mvn -pl fleet-tests test
/// -Dtest=AsyncApiDocumentTest`.
class AsyncApiDocumentTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path DOCUMENT = ROOT.resolve("docs/asyncapi.yaml");
  private static final String ENVELOPE = "Lio/emporium/events/Envelope;";

  @Test
  void describesEveryMessageAsTheCodeHasIt() throws IOException {
    ContractClasses contracts = new ContractClasses(ROOT);
    String document = render(contracts);
    if (System.getenv("DOCS_UPDATE") != null) {
      var _ = Files.writeString(DOCUMENT, document);
    }

    assertThat(contracts.entries()).hasSizeGreaterThan(50);
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }

  private static String render(ContractClasses contracts) {
    ContractSchemas schemas = new ContractSchemas(contracts.classes());
    Map<String, Object> channels = new TreeMap<>();
    Map<String, Object> operations = new TreeMap<>();
    Map<String, Object> messages = new TreeMap<>();
    for (Entry entry : contracts.entries().values()) {
      channels.put(entry.name(), channel(entry));
      operations.put(entry.name(), operation(entry));
      messages.put(entry.name(), message(entry, schemas));
    }
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("messages", messages);
    Map<String, Object> named = schemas.named();
    named.put("Envelope", schemas.describe(ENVELOPE));
    components.put("schemas", named);

    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put("info", info());
    document.put("defaultContentType", "application/cloudevents+json");
    document.put("channels", channels);
    document.put("operations", operations);
    document.put("components", components);
    return Yaml.write(document);
  }

  private static Map<String, Object> info() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "Emporium");
    info.put("version", "1.0.0");
    info.put(
        "description",
        "Made from the code by AsyncApiDocumentTest, which fails when this file is stale. Facts"
            + " travel on the topic exchange emporium.events, commands on the direct exchange"
            + " emporium.commands; the wire name is the routing key.");
    return info;
  }

  private static Map<String, Object> channel(Entry entry) {
    Map<String, Object> exchange = new LinkedHashMap<>();
    exchange.put("name", entry.command() ? "emporium.commands" : "emporium.events");
    exchange.put("type", entry.command() ? "direct" : "topic");
    exchange.put("durable", true);
    Map<String, Object> binding = new LinkedHashMap<>();
    binding.put("is", "routingKey");
    binding.put("exchange", exchange);
    Map<String, Object> channel = new LinkedHashMap<>();
    channel.put("address", entry.name());
    channel.put("messages", Map.of(entry.name(), ref("#/components/messages/" + entry.name())));
    channel.put("bindings", Map.of("amqp", binding));
    return channel;
  }

  // Seen from whom the contract belongs to: who publishes a fact, who handles a command.
  private static Map<String, Object> operation(Entry entry) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("action", entry.command() ? "receive" : "send");
    operation.put("channel", ref("#/channels/" + entry.name()));
    operation.put("summary", (entry.command() ? "handled by " : "published by ") + entry.source());
    return operation;
  }

  private static Map<String, Object> message(Entry entry, ContractSchemas schemas) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("type", Map.of("const", entry.name()));
    own.put("data", schemas.describe(entry.descriptor()));
    Map<String, Object> payload =
        Map.of("allOf", List.of(ref("#/components/schemas/Envelope"), Map.of("properties", own)));
    return Map.of("payload", payload);
  }

  private static Map<String, Object> ref(String target) {
    return Map.of("$ref", target);
  }
}
