/// The trail over HTTP.
@NullMarked
package io.emporium.audit.trail.web;

import org.jspecify.annotations.NullMarked;
