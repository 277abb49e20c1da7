package io.emporium.fleet.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void rendersEcs() {
    var line =
        LogLine.parse(
            """
            {"@timestamp":"2026-11-23T00:55:08.431Z","log":{"level":"INFO","logger":"x"},"service":{"name":"s"},"message":"order placed","correlationId":"c-1"}""");

    assertThat(line.render("sales-service"))
        .containsExactly("00:55:08.431 INFO  sales-service         order placed  [c-1]");
  }

  @Test
  void rendersLogstashWithItsStackTrace() {
    var line =
        LogLine.parse(
            """
            {"@timestamp":"2026-11-23T00:55:08.431Z","level":"ERROR","message":"failed","stack_trace":"a.B: no\\n\\tat a.C.d(C.java:1)"}""");

    assertThat(line.isError()).isTrue();
    assertThat(line.render("auth-service"))
        .containsExactly(
            "00:55:08.431 ERROR auth-service          failed",
            "    a.B: no",
            "    \tat a.C.d(C.java:1)");
  }

  @Test
  void keepsWhatIsNoJson() {
    assertThat(LogLine.parse("{broken").message()).isEqualTo("{broken");
    assertThat(LogLine.parse("[warning][aot] hm").render("debt-service").getFirst())
        .endsWith("debt-service          [warning][aot] hm");
  }
}
