/// Keeps the directory in step with shops and companies.
@NullMarked
package io.emporium.shop.directory.messaging;

import org.jspecify.annotations.NullMarked;
