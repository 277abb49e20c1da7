/// What the tests of all services have in common: a started service with real neighbours, tokens, a
/// client, a view of the broker, and the house rules as tests.
@NullMarked
package io.emporium.kit.testing;

import org.jspecify.annotations.NullMarked;
