/// Stores and settings of the service.
@NullMarked
package io.emporium.payment.config;

import org.jspecify.annotations.NullMarked;
