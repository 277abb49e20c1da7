/// The HTTP edge: correlation, paging, idempotency, entity tags, limits.
@NullMarked
package io.emporium.kit.web;

import org.jspecify.annotations.NullMarked;
