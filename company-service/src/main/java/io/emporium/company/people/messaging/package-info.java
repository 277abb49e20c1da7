/// News of accounts.
@NullMarked
package io.emporium.company.people.messaging;

import org.jspecify.annotations.NullMarked;
