package io.emporium.gateway.edge;

import org.springframework.core.Ordered;

/// The order of our filters.
public final class EdgeOrder {

  public static final int FACTS = Ordered.HIGHEST_PRECEDENCE + 10;
  public static final int CORS = FACTS + 10;
  public static final int ACCESS = CORS + 10;
  public static final int BODY_LIMIT = ACCESS + 10;
  public static final int ACCOUNT = BODY_LIMIT + 10;

  private EdgeOrder() {}
}
