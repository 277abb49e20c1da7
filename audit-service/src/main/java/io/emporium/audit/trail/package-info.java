/// The trail: one entry per event, never changed.
@NullMarked
package io.emporium.audit.trail;

import org.jspecify.annotations.NullMarked;
