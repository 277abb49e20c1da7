/// What set the present work in motion.
@NullMarked
package io.emporium.kit.context;

import org.jspecify.annotations.NullMarked;
