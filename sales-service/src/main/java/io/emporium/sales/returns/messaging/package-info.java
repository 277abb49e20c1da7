/// Answers of payment and inventory, and the news of returns themselves.
@NullMarked
package io.emporium.sales.returns.messaging;

import org.jspecify.annotations.NullMarked;
