/// Batches over HTTP, as JSON and as CSV.
@NullMarked
package io.emporium.inventory.batch.web;

import org.jspecify.annotations.NullMarked;
