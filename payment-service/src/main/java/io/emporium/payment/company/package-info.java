/// What payments need to know of a company, and what it decides about them.
@NullMarked
package io.emporium.payment.company;

import org.jspecify.annotations.NullMarked;
