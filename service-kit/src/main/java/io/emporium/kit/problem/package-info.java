/// Refusals and how they reach the caller, as RFC 9457 problem details.
@NullMarked
package io.emporium.kit.problem;

import org.jspecify.annotations.NullMarked;
