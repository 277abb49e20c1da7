package io.emporium.sales.returns.web;

import org.jspecify.annotations.Nullable;

/// @param shipping whether the shipping goes back too; not when left out
record RefundReturnRequest(@Nullable Boolean shipping) {}
