package io.emporium.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command was refused, for a reason that the caller can act on. Becomes a problem detail with
/// `code` at the HTTP edge; in a consumer it is permanent, except [Category#NOT_FOUND] (what is
/// missing may still arrive) and [Category#UNAVAILABLE].
public class Refusal extends RuntimeException {

  private final Category category;
  private final String code;
  private final List<Violation> violations;
  private final @Nullable Long retryAfterSeconds;

  /// @param code stable, machine-readable, lower snake case: `order_not_cancellable`
  /// @param detail one sentence for a person, free of internals
  public Refusal(Category category, String code, String detail) {
    this(category, code, detail, List.of(), null);
  }

  private Refusal(
      Category category,
      String code,
      String detail,
      List<Violation> violations,
      @Nullable Long retryAfterSeconds) {
    super(detail);
    this.category = category;
    this.code = code;
    this.violations = violations;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /// The same answer for an unknown id and for another tenant's id.
  public static Refusal notFound(String what, String id) {
    return new Refusal(Category.NOT_FOUND, what + "_not_found", "There is no " + what + " " + id);
  }

  public static Refusal conflict(String code, String detail) {
    return new Refusal(Category.CONFLICT, code, detail);
  }

  public static Refusal rule(String code, String detail) {
    return new Refusal(Category.RULE, code, detail);
  }

  public static Refusal forbidden(String code, String detail) {
    return new Refusal(Category.FORBIDDEN, code, detail);
  }

  /// @param pointer JSON pointer into the request body (`/items/0/quantity`) or a parameter's name
  public static Refusal invalid(String pointer, String message) {
    return new Refusal(
        Category.INVALID,
        "invalid_request",
        "The request is invalid",
        List.of(new Violation(pointer, message)),
        null);
  }

  /// Adds `Retry-After`.
  public Refusal retryAfterSeconds(long seconds) {
    return new Refusal(category, code, detail(), violations, seconds);
  }

  public Category category() {
    return category;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Violation> violations() {
    return violations;
  }

  public @Nullable Long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  // A refusal is an answer, not a fault: nobody reads its stack, and filling it costs more than the
  // decision.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
