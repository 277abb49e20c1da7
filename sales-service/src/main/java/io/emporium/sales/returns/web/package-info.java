/// Returns over HTTP.
@NullMarked
package io.emporium.sales.returns.web;

import org.jspecify.annotations.NullMarked;
