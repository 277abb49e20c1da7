/// Invitations: somebody gets a role by a letter.
@NullMarked
package io.emporium.auth.invitation;

import org.jspecify.annotations.NullMarked;
