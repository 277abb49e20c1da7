/// Payments over HTTP.
@NullMarked
package io.emporium.payment.payment.web;

import org.jspecify.annotations.NullMarked;
