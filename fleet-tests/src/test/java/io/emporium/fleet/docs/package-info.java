/// Documents that are made from the code, and fail when they no longer fit it.
@NullMarked
package io.emporium.fleet.docs;

import org.jspecify.annotations.NullMarked;
