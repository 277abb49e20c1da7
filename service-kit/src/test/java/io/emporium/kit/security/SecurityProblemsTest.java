package io.emporium.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import io.emporium.kit.ServiceName;
import io.emporium.kit.problem.ProblemWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import tools.jackson.databind.json.JsonMapper;

class SecurityProblemsTest {

  private final SecurityProblems problems =
      new SecurityProblems(
          AuthorizationPolicy.parse(
              new ByteArrayInputStream("operations: []".getBytes(StandardCharsets.UTF_8))),
          new ProblemWriter(new ServiceName("sample-service"), new JsonMapper()));

  @Test
  void aBadTokenIs401() throws IOException {
    var answer = answerTo(new InvalidBearerTokenException("expired"));

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void aTokenThatCannotBeToldGoodOrBadIs503() throws IOException {
    var answer = answerTo(new AuthenticationServiceException("no keys"));

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
  }

  @Test
  void anUnknownKeyThatIsNotAskedForAgainIs401() throws IOException {
    var answer =
        answerTo(new AuthenticationServiceException("no key", new RateLimitReachedException()));

    assertThat(answer.getStatus()).isEqualTo(401);
  }

  private MockHttpServletResponse answerTo(AuthenticationException failure) throws IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    problems.commence(new MockHttpServletRequest("GET", "/api/parcels"), response, failure);
    return response;
  }
}
