/// Which shops and companies sell; replicas of what other services decide.
@NullMarked
package io.emporium.ecommerce.market;

import org.jspecify.annotations.NullMarked;
