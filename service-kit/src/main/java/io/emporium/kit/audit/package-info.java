/// A trace of every mutating or denied request.
@NullMarked
package io.emporium.kit.audit;

import org.jspecify.annotations.NullMarked;
