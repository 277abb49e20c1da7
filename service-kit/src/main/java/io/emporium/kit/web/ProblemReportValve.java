package io.emporium.kit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// What the server itself refuses, before any filter of ours: a malformed address, headers beyond
/// the limit. By default it answers in HTML. Public because Tomcat makes it by its name.
public final class ProblemReportValve extends ErrorReportValve {

  private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

  // Neither the address nor the cause is repeated: both are the sender's own words.
  private static final String BODY =
      """
      {"type":"urn:problem:edge:%s","title":"%s","status":%d,"detail":"%s",\
      "code":"%s","correlationId":"none"}""";

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    // Answered already, or nobody is left to answer.
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      byte[] body = body(status).getBytes(StandardCharsets.UTF_8);
      response.setContentType("application/problem+json");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      log.debug("nobody is left to be told what is wrong", e);
    }
  }

  private static String body(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    String code = known == null ? "error" : known.name().toLowerCase(Locale.ROOT);
    String detail =
        status == HttpStatus.INTERNAL_SERVER_ERROR.value()
            ? "Something went wrong on our side"
            : "This is no request that can be answered";
    return BODY.formatted(code, title, status, detail, code);
  }
}
