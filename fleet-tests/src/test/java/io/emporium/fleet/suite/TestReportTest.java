package io.emporium.fleet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestReportTest {
  @Test
  void countsCasesFailuresErrorsAndSkips() {
    var report =
        TestReport.parse(
            """
            <testsuite name="a.OrderTest" tests="4">
              <testcase classname="a.OrderTest" name="confirms"/>
              <testcase classname="a.OrderTest" name="refuses"><failure message="no">x</failure></testcase>
              <testcase classname="a.OrderTest" name="breaks"><error>x</error></testcase>
              <testcase classname="a.OrderTest" name="later"><skipped/></testcase>
            </testsuite>
            """);

    assertThat(report.tests()).isEqualTo(4);
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.failed()).containsExactly("OrderTest.refuses", "OrderTest.breaks");
  }

  @Test
  void aReportThatEndsEarlyIsAFailure() {
    assertThat(TestReport.parse("<testsuite><testcase name=\"a\" classname=\"B\"").failed())
        .hasSize(1);
  }
}
