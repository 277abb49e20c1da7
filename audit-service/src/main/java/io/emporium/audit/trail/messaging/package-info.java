/// What the trail listens to.
@NullMarked
package io.emporium.audit.trail.messaging;

import org.jspecify.annotations.NullMarked;
