/// Facts about accounts, published by auth-service.
@NullMarked
package io.emporium.events.user;

import org.jspecify.annotations.NullMarked;
