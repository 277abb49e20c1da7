/// The wall of the house, attacked from outside: requests generated from what each service says of
/// itself (OpenAPI) and from what it is told (`authz-policy.yaml`).
@NullMarked
package io.emporium.fleet.wall;

import org.jspecify.annotations.NullMarked;
