/// Products over HTTP.
@NullMarked
package io.emporium.ecommerce.catalog.web;

import org.jspecify.annotations.NullMarked;
