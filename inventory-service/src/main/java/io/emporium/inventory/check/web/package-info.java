/// The check over HTTP.
@NullMarked
package io.emporium.inventory.check.web;

import org.jspecify.annotations.NullMarked;
