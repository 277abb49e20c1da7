package io.emporium.fleet.audit;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.report.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads a list to its end, page by page.
final class Pages {

  private static final int SIZE = 100;

  private final Api api;
  private final Terminal terminal;

  Pages(Api api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
  }

  /// @param list path with a query, such as `/api/orders?sort=placedAt,asc`: oldest first, so that
  ///   what comes meanwhile does not push entries from page to page
  <T> List<T> all(String list, Function<JsonNode, T> entry) {
    List<T> found = new ArrayList<>();
    for (int page = 0; ; page++) {
      Answer answer = api.get(list + "&size=" + SIZE + "&page=" + page).expect(200);
      int before = found.size();
      for (JsonNode item : answer.json().path("items")) {
        found.add(entry.apply(item));
      }
      terminal.progress("audit     " + found.size() + " from " + list);
      if (found.size() - before < SIZE) {
        return found;
      }
    }
  }

  /// As [#all] for a list that goes on after an id, newest first.
  <T> List<T> allAfter(String list, Function<JsonNode, T> entry) {
    List<T> found = new ArrayList<>();
    String after = "";
    while (true) {
      Answer answer = api.get(list + "?size=" + SIZE + after).expect(200);
      JsonNode items = answer.json().path("items");
      for (JsonNode item : items) {
        found.add(entry.apply(item));
        after = "&after=" + Encoded.of(Ledgers.text(item, "/id"));
      }
      terminal.progress("audit     " + found.size() + " from " + list);
      if (items.size() < SIZE) {
        return found;
      }
    }
  }
}
