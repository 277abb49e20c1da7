package io.emporium.kit.security;

/// Names in the access token.
public final class TokenClaims {

  public static final String AUDIENCE = "emporium";

  /// RFC 9068: an access token says that it is one, so that no other token passes for it.
  public static final String TYPE = "at+jwt";

  public static final String ROLE = "role";
  public static final String EMAIL = "email";
  public static final String COMPANY = "company_id";
  public static final String SHOPS = "shop_ids";

  /// Issue time in epoch milliseconds; `iat` has whole seconds, too coarse for revocation.
  public static final String ISSUED_AT_MILLIS = "iat_ms";

  /// The session, so that one can be ended without the others.
  public static final String SESSION = "sid";

  private TokenClaims() {}
}
