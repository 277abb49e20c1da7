/// Companies over HTTP.
@NullMarked
package io.emporium.company.registry.web;

import org.jspecify.annotations.NullMarked;
