/// Who belongs to a company, as auth-service tells it.
@NullMarked
package io.emporium.shop.colleagues;

import org.jspecify.annotations.NullMarked;
