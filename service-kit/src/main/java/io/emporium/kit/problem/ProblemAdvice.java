package io.emporium.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Every error of a controller as `application/problem+json`. What nobody foresaw is a 500 with a
/// fixed sentence; its cause is in the log only.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemWriter problems;

  ProblemAdvice(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.category().status());
    if (refusal.retryAfterSeconds() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds().toString());
    }
    return answer.body(problems.problem(refusal));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(ConstraintViolationException e) {
    List<Violation> violations = new ArrayList<>();
    for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
      violations.add(new Violation(lastName(violation.getPropertyPath()), violation.getMessage()));
    }
    return ResponseEntity.badRequest().body(problems.invalid(violations));
  }

  /// Tomcat reads parameters when they are first asked for, and throws where they are no text.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(InvalidParameterException e) {
    return ResponseEntity.badRequest()
        .body(problems.invalid(List.of(new Violation("", "the parameters cannot be read"))));
  }

  /// `?name[x]=` asks for a part of what has none.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknownPart(InvalidPropertyException e) {
    return ResponseEntity.badRequest()
        .body(problems.invalid(List.of(new Violation(e.getPropertyName(), "is no parameter"))));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unforeseen(Exception e) {
    log.error("unforeseen", e);
    return ResponseEntity.internalServerError()
        .body(
            problems.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal_error",
                "Something went wrong on our side; quote the correlation id"));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Violation> violations = new ArrayList<>();
    e.getBindingResult()
        .getAllErrors()
        .forEach(
            error ->
                violations.add(
                    new Violation(
                        error instanceof FieldError field
                            ? JsonPointers.fromPath(field.getField())
                            : "",
                        message(error))));
    return ResponseEntity.badRequest().body(problems.invalid(violations));
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Violation> violations = new ArrayList<>();
    for (ParameterValidationResult result : e.getParameterValidationResults()) {
      if (result instanceof ParameterErrors errors) {
        errors
            .getFieldErrors()
            .forEach(
                error ->
                    violations.add(
                        new Violation(JsonPointers.fromPath(error.getField()), message(error))));
      } else {
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        result
            .getResolvableErrors()
            .forEach(error -> violations.add(new Violation(name, message(error))));
      }
    }
    return ResponseEntity.badRequest().body(problems.invalid(violations));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Violation violation =
        e.getCause() instanceof JacksonException json
            ? JsonPointers.violation(json)
            : new Violation("", "a JSON body is needed");
    return ResponseEntity.badRequest().body(problems.invalid(List.of(violation)));
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String name =
        e instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(e.getPropertyName());
    return ResponseEntity.badRequest()
        .body(problems.invalid(List.of(new Violation(name, "has the wrong format"))));
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.badRequest()
        .body(problems.invalid(List.of(new Violation(e.getParameterName(), "is missing"))));
  }

  // Everything else that Spring knows: its status and sentence, our shape.
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      log.error("unforeseen", e);
    }
    String detail =
        body instanceof ProblemDetail problem && problem.getDetail() != null
            ? problem.getDetail()
            : "The request cannot be answered";
    HttpStatus known = HttpStatus.resolve(status.value());
    String code = known == null ? "error" : known.name().toLowerCase(Locale.ROOT);
    return ResponseEntity.status(status)
        .headers(headers)
        .body(problems.problem(status, code, detail));
  }

  private static String message(MessageSourceResolvable error) {
    if (error instanceof FieldError field && field.isBindingFailure()) {
      // The framework's own words name classes.
      return "has the wrong format";
    }
    String message = error.getDefaultMessage();
    return message == null ? "is invalid" : message;
  }

  private static String lastName(Path path) {
    String name = "";
    for (Path.Node node : path) {
      name = String.valueOf(node.getName());
    }
    return name;
  }
}
