/// Access tokens and the keys that sign them.
@NullMarked
package io.emporium.auth.token;

import org.jspecify.annotations.NullMarked;
