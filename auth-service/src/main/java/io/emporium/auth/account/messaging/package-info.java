/// What other services say about people.
@NullMarked
package io.emporium.auth.account.messaging;

import org.jspecify.annotations.NullMarked;
