/// How much one caller may ask.
@NullMarked
package io.emporium.gateway.limit;

import org.jspecify.annotations.NullMarked;
