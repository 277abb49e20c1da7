package io.emporium.fleet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.docs.ContractClasses.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/events.md` says who publishes and who consumes each contract. To write it anew, after a
/// build of all modules: `DOCS_UPDATE=true mvn -pl fleet-tests test -Dtest=EventsDocumentTest`.
class EventsDocumentTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path DOCUMENT = ROOT.resolve("docs/events.md");

  @Test
  void saysWhatTheCodeSays() throws IOException {
    Collection<Entry> entries = new ContractClasses(ROOT).entries().values();
    String document = render(entries);
    if (System.getenv("DOCS_UPDATE") != null) {
      var _ = Files.writeString(DOCUMENT, document);
    }

    assertThat(entries).hasSizeGreaterThan(50);
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }

  private static String render(Collection<Entry> entries) {
    return """
        # Events and commands

        Made from the code by `EventsDocumentTest`, which fails when this page is stale. The wire name is \
        the routing key; the record behind it, with the meaning of each component, is in `common-events`.
        Facts travel on the topic exchange `emporium.events`, commands on the direct exchange \
        `emporium.commands`. `*` is every service.

        ## Facts

        | fact | published by | consumed by (queue) |
        |---|---|---|
        %s

        ## Commands

        | command | handled by | queue |
        |---|---|---|
        %s
        """
        .formatted(rows(entries, false), rows(entries, true));
  }

  private static String rows(Collection<Entry> entries, boolean commands) {
    return entries.stream()
        .filter(entry -> entry.command() == commands)
        .map(
            entry ->
                "| `%s` | %s | %s |"
                    .formatted(entry.name(), entry.source(), queues(entry.queues())))
        .collect(Collectors.joining("\n"));
  }

  private static String queues(List<String> queues) {
    return queues.stream().sorted().distinct().collect(Collectors.joining(", "));
  }
}
