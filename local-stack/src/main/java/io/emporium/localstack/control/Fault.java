package io.emporium.localstack.control;

/// What may go wrong with a call.
public enum Fault {
  /// Nothing happens, and no answer for a long while.
  TIMEOUT_BEFORE,
  /// It happens, but the answer does not arrive for a long while.
  TIMEOUT_AFTER,
  /// An answer after most callers gave up; it happens.
  SLOW,
  ERROR_500,
  RATE_LIMITED,
  BAD_REQUEST,
  DECLINED
}
