/// Facts about companies.
@NullMarked
package io.emporium.payment.company.messaging;

import org.jspecify.annotations.NullMarked;
