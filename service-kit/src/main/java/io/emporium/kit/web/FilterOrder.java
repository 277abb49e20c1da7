package io.emporium.kit.web;

import org.springframework.core.Ordered;

/// The order of our filters; Spring Security's chain has -100.
public final class FilterOrder {

  public static final int CORRELATION = Ordered.HIGHEST_PRECEDENCE + 10;
  public static final int AUDIT = CORRELATION + 10;
  public static final int FAILURE = AUDIT + 10;
  public static final int TURN = FAILURE + 10;
  public static final int BODY_LIMIT = -90;
  public static final int CAUSE = -80;
  public static final int IDEMPOTENCY = -70;

  private FilterOrder() {}
}
