/// Reconciliation over HTTP.
@NullMarked
package io.emporium.payment.reconciliation.web;

import org.jspecify.annotations.NullMarked;
