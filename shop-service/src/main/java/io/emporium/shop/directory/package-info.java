/// What the public sees of shops; a read model of its own, so that strangers never query tenant
/// data.
@NullMarked
package io.emporium.shop.directory;

import org.jspecify.annotations.NullMarked;
