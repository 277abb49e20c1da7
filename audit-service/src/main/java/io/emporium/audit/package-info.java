/// Everything that happened in the fleet and every mutating or denied request.
@NullMarked
package io.emporium.audit;

import org.jspecify.annotations.NullMarked;
