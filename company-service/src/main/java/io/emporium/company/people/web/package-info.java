/// Admins of a company over HTTP.
@NullMarked
package io.emporium.company.people.web;

import org.jspecify.annotations.NullMarked;
