package io.emporium.inventory;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the service asks of its database.
@Configuration(proxyBeanMethods = false)
public class CommandCounter {

  private static final Set<String> OURS =
      Set.of("find", "insert", "update", "delete", "aggregate", "findAndModify", "count");

  private final Recorder recorder = new Recorder();

  @Bean
  MongoClientSettingsBuilderCustomizer countCommands() {
    return settings -> settings.addCommandListener(recorder);
  }

  /// Commands since the start that mention one of the words, such as `update stock_items`.
  public List<String> mentioning(String... words) {
    List<String> found = new ArrayList<>();
    for (Asked asked : recorder.asked) {
      for (String word : words) {
        if (asked.json().contains(word)) {
          found.add(asked.what());
          break;
        }
      }
    }
    return found;
  }

  /// As [#mentioning], how often each.
  public TreeMap<String, Integer> counted(String... words) {
    TreeMap<String, Integer> counted = new TreeMap<>();
    mentioning(words).forEach(what -> counted.merge(what, 1, Integer::sum));
    return counted;
  }

  /// Forgets what was asked so far, and listens from now on.
  public void start() {
    recorder.asked.clear();
    recorder.listening = true;
  }

  public void stop() {
    recorder.listening = false;
  }

  private record Asked(String what, String json) {}

  private static final class Recorder implements CommandListener {

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean listening;

    @Override
    public void commandStarted(CommandStartedEvent event) {
      String name = event.getCommandName();
      if (listening && OURS.contains(name)) {
        String collection = event.getCommand().getString(name).getValue();
        asked.add(new Asked(name + " " + collection, event.getCommand().toJson()));
      }
    }
  }
}
