/// News of companies.
@NullMarked
package io.emporium.shop.companies.messaging;

import org.jspecify.annotations.NullMarked;
