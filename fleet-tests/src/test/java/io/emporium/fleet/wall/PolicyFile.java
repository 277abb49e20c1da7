package io.emporium.fleet.wall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `authz-policy.yaml` of one service, as it stands in the source tree.
public record PolicyFile(Map<String, Rule> rules) {

  /// @param allow roles, and `anonymous`
  /// @param scope public, own, shop, company or platform
  public record Rule(Set<String> allow, String scope) {

    public boolean anonymous() {
      return allow.contains("anonymous");
    }

    /// Who is signed in may do what anybody may.
    public boolean allows(String role) {
      return anonymous() || allow.contains(role);
    }
  }

  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
  private static final Pattern ROW =
      Pattern.compile(
          "-\\s*operation:\\s*(\\S+ \\S+)\\s+allow:\\s*\\[([^\\]]*)]\\s+scope:\\s*(\\w+)");

  public PolicyFile {
    rules = Map.copyOf(rules);
  }

  /// @param root of the source tree
  public static PolicyFile of(Path root, String service) throws IOException {
    return parse(Files.readString(root.resolve(service + "/src/main/resources/authz-policy.yaml")));
  }

  /// Every row is understood or it fails: a row that is overlooked would be an operation that is
  /// never tested.
  static PolicyFile parse(String yaml) {
    String text = COMMENT.matcher(yaml).replaceAll("");
    Map<String, Rule> rules = new LinkedHashMap<>();
    Matcher row = ROW.matcher(text);
    while (row.find()) {
      rules.put(Operation.plain(row.group(1)), new Rule(names(row.group(2)), row.group(3)));
    }
    long rows = text.lines().filter(line -> line.contains("operation:")).count();
    if (rows != rules.size()) {
      throw new IllegalArgumentException("understood " + rules.size() + " of " + rows + " rows");
    }
    return new PolicyFile(rules);
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
