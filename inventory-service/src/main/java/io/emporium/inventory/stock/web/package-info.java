/// Stock over HTTP.
@NullMarked
package io.emporium.inventory.stock.web;

import org.jspecify.annotations.NullMarked;
