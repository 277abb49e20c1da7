/// Who belongs to a company, as auth-service tells it.
@NullMarked
package io.emporium.company.people;

import org.jspecify.annotations.NullMarked;
