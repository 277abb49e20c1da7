/// Wiring of company-service.
@NullMarked
package io.emporium.company.config;

import org.jspecify.annotations.NullMarked;
