/// Invitations over HTTP.
@NullMarked
package io.emporium.auth.invitation.web;

import org.jspecify.annotations.NullMarked;
