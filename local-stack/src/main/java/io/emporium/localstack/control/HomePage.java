package io.emporium.localstack.control;

import io.emporium.localstack.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The page at `/`: the latest mails, messages, pushes and charges, for people.
public final class HomePage {

  private static final int SHOWN = 50;

  private final Map<String, Section> sections = new LinkedHashMap<>();

  private record Section(List<String> fields, Supplier<List<ObjectNode>> rows) {}

  /// Adds a table of the given fields, newest row first.
  public HomePage with(String title, List<String> fields, Supplier<List<ObjectNode>> rows) {
    sections.put(title, new Section(fields, rows));
    return this;
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.get("/", this::show);
  }

  private void show(Context context) {
    StringBuilder page =
        new StringBuilder(
            """
            <!doctype html><meta charset="utf-8"><title>local-stack</title>
            <style>body{font:14px sans-serif;margin:2em}td,th{padding:2px 12px 2px 0;
            text-align:left;vertical-align:top;border-bottom:1px solid #ddd}</style>
            <h1>local-stack</h1><p>Nothing here left this machine.
            """);
    sections.forEach((title, section) -> append(page, title, section));
    context.html(page.toString());
  }

  private static void append(StringBuilder page, String title, Section section) {
    List<ObjectNode> rows = section.rows.get().reversed();
    page.append("<h2>").append(title).append(" (").append(rows.size()).append(")</h2><table><tr>");
    section.fields.forEach(field -> page.append("<th>").append(field));
    for (ObjectNode row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      page.append("<tr>");
      section.fields.forEach(field -> page.append("<td>").append(cell(row, field)));
    }
    page.append("</table>");
  }

  private static String cell(ObjectNode row, String field) {
    String text =
        row.path(field).isContainer() ? row.path(field).toString() : Json.text(row, field);
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
