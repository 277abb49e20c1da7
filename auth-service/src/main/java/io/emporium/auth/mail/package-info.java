/// Letters with a link, and the one-use token in it.
@NullMarked
package io.emporium.auth.mail;

import org.jspecify.annotations.NullMarked;
