@NullMarked
package io.emporium.fleet.report;

import org.jspecify.annotations.NullMarked;
