/// One Swagger UI for all services.
@NullMarked
package io.emporium.gateway.docs;

import org.jspecify.annotations.NullMarked;
