/// Waiting for what other services have just told.
@NullMarked
package io.emporium.shop.news;

import org.jspecify.annotations.NullMarked;
