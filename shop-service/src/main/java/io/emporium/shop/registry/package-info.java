/// The register of shops.
@NullMarked
package io.emporium.shop.registry;

import org.jspecify.annotations.NullMarked;
