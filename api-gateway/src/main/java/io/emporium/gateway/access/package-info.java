/// Who calls, as far as the edge needs to know.
@NullMarked
package io.emporium.gateway.access;

import org.jspecify.annotations.NullMarked;
