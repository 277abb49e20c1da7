/// What company-service says about companies.
@NullMarked
package io.emporium.auth.standing.messaging;

import org.jspecify.annotations.NullMarked;
