package io.emporium.kit.problem;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// A database that does not answer, in services that have one. Asked before [ProblemAdvice], which
/// takes everything.
@RestControllerAdvice
@ConditionalOnClass(MongoException.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StoreProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(StoreProblemAdvice.class);

  private final ProblemWriter problems;

  StoreProblemAdvice(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> storeUnavailable(MongoException e) {
    log.error("the database does not answer", e);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .body(
            problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store_unavailable",
                "The service cannot reach its data at the moment; try again shortly"));
  }
}
