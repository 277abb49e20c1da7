package io.emporium.fleet.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One operation of one service, as its OpenAPI document describes it.
///
/// @param path with its variables, `/api/orders/{id}`
/// @param query names and schemas of what may stand behind the question mark
/// @param body null where no body is taken
public record Operation(
    String service, String method, String path, List<Field> query, @Nullable Body body) {

  /// A named value.
  public record Field(String name, JsonNode schema) {}

  /// @param schema as in the document, with references still in it
  public record Body(String contentType, JsonNode schema, Schemas schemas) {}

  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::[^}]*)?}");

  public Operation {
    query = List.copyOf(query);
  }

  /// Method and path, the way the policy file writes it.
  public String name() {
    return method + " " + path;
  }

  public boolean reads() {
    return method.equals("GET");
  }

  /// Without the patterns that variables may carry.
  static String plain(String operation) {
    return VARIABLE.matcher(operation).replaceAll("{$1}");
  }

  public List<String> variables() {
    List<String> names = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(path);
    while (variable.find()) {
      names.add(variable.group(1));
    }
    return names;
  }

  /// The path with values in place of the variables.
  ///
  /// @param values by number of the variable
  public String at(Function<Integer, String> values) {
    Matcher variable = VARIABLE.matcher(path);
    StringBuilder result = new StringBuilder();
    for (int n = 0; variable.find(); n++) {
      variable.appendReplacement(result, Matcher.quoteReplacement(Wire.encoded(values.apply(n))));
    }
    return variable.appendTail(result).toString();
  }

  /// What the id in a variable may be an id of, most telling first: for the second variable of
  /// `/api/debts/{id}/payments/{paymentId}` debts/payments, then payments.
  public List<String> kindsOf(int variable) {
    List<String> literals = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    int seen = 0;
    for (String segment : path.split("/")) {
      Matcher found = VARIABLE.matcher(segment);
      if (found.matches()) {
        if (seen++ == variable) {
          kinds.add(String.join("/", literals));
          IdNames.ofProperty(found.group(1)).ifPresent(kinds::add);
          kinds.add(literals.getLast());
          return kinds;
        }
      } else if (!segment.isEmpty() && !segment.equals("api")) {
        literals.add(segment);
      }
    }
    throw new IllegalArgumentException(path + " has no variable " + variable);
  }

  /// Where a list operation's ids belong: `/api/inventory/v1/transfers` gives
  /// inventory/v1/transfers.
  public String collection() {
    return VARIABLE.matcher(path).replaceAll("").replace("//", "/").replaceFirst("^/api/", "");
  }
}
