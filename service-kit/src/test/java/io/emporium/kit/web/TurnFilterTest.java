package io.emporium.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.ServiceName;
import io.emporium.kit.problem.ProblemWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class TurnFilterTest {

  private final Turns turns = new Turns(1);
  private final TurnFilter filter =
      new TurnFilter(
          turns,
          Duration.ofMillis(1),
          new ProblemWriter(new ServiceName("sales-service"), JsonMapper.shared()));
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain chain = new MockFilterChain();

  @Test
  void refusesWhoseTurnDoesNotComeBeforeAnythingIsDone() throws Exception {
    whileAnotherWorks("/api/orders");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("2");
    assertThat(response.getContentAsString()).contains("overloaded");
    assertThat(chain.getRequest()).isNull();
  }

  @Test
  void letsSignsOfLifePass() throws Exception {
    whileAnotherWorks("/health/liveness");

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(chain.getRequest()).isNotNull();
  }

  private void whileAnotherWorks(String path) throws Exception {
    var _ =
        turns.<Exception>work(
            Duration.ofSeconds(1),
            () -> {
              filter.doFilter(new MockHttpServletRequest("GET", path), response, chain);
              return null;
            });
  }
}
