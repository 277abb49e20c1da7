/// The ledger over HTTP.
@NullMarked
package io.emporium.inventory.movement.web;

import org.jspecify.annotations.NullMarked;
