/// Who is calling and what they may do: token verification, caller, authorization policy,
/// revocation.
@NullMarked
package io.emporium.kit.security;

import org.jspecify.annotations.NullMarked;
