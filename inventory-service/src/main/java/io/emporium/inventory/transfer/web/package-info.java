/// Transfers over HTTP.
@NullMarked
package io.emporium.inventory.transfer.web;

import org.jspecify.annotations.NullMarked;
