/// What is said: templates and their rendering.
@NullMarked
package io.emporium.notification.template;

import org.jspecify.annotations.NullMarked;
