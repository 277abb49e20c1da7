@NullMarked
package io.emporium.fleet.audit;

import org.jspecify.annotations.NullMarked;
