/// The outside world on the wire, for a machine without it: local use and tests only.
@NullMarked
package io.emporium.localstack;

import org.jspecify.annotations.NullMarked;
