package io.emporium.fleet.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Rows under a heading, columns as wide as they need to be. Numbers stand right.
public final class Table {
  private static final Pattern PAINT = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern NUMBER = Pattern.compile("[0-9.,]+( \\w{1,4})?");
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... heading) {
    rows.add(List.of(heading));
  }

  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public List<String> lines() {
    return rows.stream().map(this::render).toList();
  }

  private String render(List<String> row) {
    var line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      var cell = row.get(column);
      var gap = " ".repeat(width(column) - visible(cell).length());
      line.append(isNumeric(column) ? gap + cell : cell + gap).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> visible(row.get(column)).length()).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    return rows.size() > 1
        && rows.stream()
            .skip(1)
            .map(row -> visible(row.get(column)))
            .allMatch(cell -> cell.isEmpty() || "-".equals(cell) || NUMBER.matcher(cell).matches());
  }

  private static String visible(String cell) {
    return PAINT.matcher(cell).replaceAll("");
  }
}
