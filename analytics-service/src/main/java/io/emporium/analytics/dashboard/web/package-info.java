/// Figures over HTTP.
@NullMarked
package io.emporium.analytics.dashboard.web;

import org.jspecify.annotations.NullMarked;
