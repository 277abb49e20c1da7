/// What every request and every answer has in common.
@NullMarked
package io.emporium.gateway.edge;

import org.jspecify.annotations.NullMarked;
