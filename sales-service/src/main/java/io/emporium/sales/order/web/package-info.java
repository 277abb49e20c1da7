/// Orders over HTTP.
@NullMarked
package io.emporium.sales.order.web;

import org.jspecify.annotations.NullMarked;
