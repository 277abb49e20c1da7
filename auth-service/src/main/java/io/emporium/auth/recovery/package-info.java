/// Proving an address, and getting in again without the password: both by letter.
@NullMarked
package io.emporium.auth.recovery;

import org.jspecify.annotations.NullMarked;
