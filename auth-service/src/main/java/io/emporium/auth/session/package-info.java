/// Sessions: families of refresh tokens that are used once.
@NullMarked
package io.emporium.auth.session;

import org.jspecify.annotations.NullMarked;
