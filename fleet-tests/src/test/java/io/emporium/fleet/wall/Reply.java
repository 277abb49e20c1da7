package io.emporium.fleet.wall;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What came back.
///
/// @param status 0 where the connection broke
public record Reply(int status, String contentType, String body) {

  private static final Pattern INTERNALS =
      Pattern.compile(
          "(?:io\\.emporium|java\\.|jakarta\\.|org\\.springframework|tools\\.jackson|com\\.mongodb)"
              + "[\\w.]*[A-Z]|Exception|StackTrace");

  static Reply of(HttpResponse<String> response) {
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  static Reply broken(IOException cause) {
    return new Reply(0, "", String.valueOf(cause));
  }

  public JsonNode json() {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  public String code() {
    return json().path("code").asString("");
  }

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  public boolean isProblem() {
    return contentType.startsWith("application/problem+json")
        && json().path("status").asInt(0) == status
        && !code().isEmpty();
  }

  /// Names of classes, lines of a stack.
  public boolean showsInternals() {
    return INTERNALS.matcher(body).find();
  }

  /// For a report.
  public String brief() {
    String text = body.length() <= 300 ? body : body.substring(0, 300) + "…";
    return status + " " + text.replaceAll("\\s+", " ");
  }
}
