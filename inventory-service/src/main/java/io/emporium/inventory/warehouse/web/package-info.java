/// Warehouses over HTTP.
@NullMarked
package io.emporium.inventory.warehouse.web;

import org.jspecify.annotations.NullMarked;
