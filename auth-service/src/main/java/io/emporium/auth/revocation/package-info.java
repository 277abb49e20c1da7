/// The list of revocations, from which every service learns what it did not hear.
@NullMarked
package io.emporium.auth.revocation;

import org.jspecify.annotations.NullMarked;
