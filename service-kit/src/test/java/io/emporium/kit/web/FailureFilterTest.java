package io.emporium.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.kit.ServiceName;
import io.emporium.kit.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

class FailureFilterTest {

  private final List<Exception> advised = new ArrayList<>();
  private final FailureFilter filter =
      new FailureFilter(
          (_, _, _, failure) -> {
            advised.add(failure);
            return new ModelAndView();
          },
          new ProblemWriter(new ServiceName("sales-service"), JsonMapper.shared()));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void asksTheAdviceOfControllers() throws Exception {
    IllegalStateException own = new IllegalStateException();
    IllegalStateException wrapped = new IllegalStateException();

    answering(
        (_, _) -> {
          throw own;
        });
    answering(
        (_, _) -> {
          throw new ServletException(wrapped);
        });

    assertThat(advised).containsExactly(own, wrapped);
  }

  @Test
  void whatTheServerRefusedIsAProblemOfTheOriginalRequest() throws Exception {
    MockHttpServletRequest again = new MockHttpServletRequest("POST", "/error");
    again.setDispatcherType(DispatcherType.ERROR);
    again.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 400);
    again.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/orders");

    filter.doFilter(again, response, new MockFilterChain());

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString()).contains("malformed_request", "/api/orders");
  }

  @Test
  void whatIsOnItsWayIsNotAnsweredTwice() {
    response.setCommitted(true);

    assertThatThrownBy(
            () ->
                answering(
                    (_, _) -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(ServletException.class);
    assertThat(advised).isEmpty();
  }

  private void answering(FilterChain chain) throws ServletException, IOException {
    filter.doFilter(new MockHttpServletRequest("POST", "/api/orders"), response, chain);
  }
}
