/// Whether the people of a company may sign in.
@NullMarked
package io.emporium.auth.standing;

import org.jspecify.annotations.NullMarked;
