/// What is known of a request once it is through the door.
@NullMarked
package io.emporium.gateway.request;

import org.jspecify.annotations.NullMarked;
