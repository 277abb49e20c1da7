/// Facts about companies, published by company-service.
@NullMarked
package io.emporium.events.company;

import org.jspecify.annotations.NullMarked;
