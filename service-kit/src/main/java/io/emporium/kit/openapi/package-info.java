/// What each service tells about its HTTP interface at `/v3/api-docs`.
@NullMarked
package io.emporium.kit.openapi;

import org.jspecify.annotations.NullMarked;
