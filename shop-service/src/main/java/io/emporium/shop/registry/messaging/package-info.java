/// News of accounts.
@NullMarked
package io.emporium.shop.registry.messaging;

import org.jspecify.annotations.NullMarked;
