/// What of a company is still unfinished, as other services tell it.
@NullMarked
package io.emporium.company.business;

import org.jspecify.annotations.NullMarked;
