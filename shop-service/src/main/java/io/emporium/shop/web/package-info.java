/// Shops over HTTP, for everybody.
@NullMarked
package io.emporium.shop.web;

import org.jspecify.annotations.NullMarked;
