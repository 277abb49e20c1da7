/// Named points at which a test may stop the process.
@NullMarked
package io.emporium.kit.crash;

import org.jspecify.annotations.NullMarked;
