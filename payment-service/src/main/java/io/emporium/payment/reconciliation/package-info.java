/// Our books beside the providers'.
@NullMarked
package io.emporium.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
