/// Registering, signing in and out, and staying signed in.
@NullMarked
package io.emporium.auth.signin;

import org.jspecify.annotations.NullMarked;
