/// Sessions over HTTP.
@NullMarked
package io.emporium.auth.session.web;

import org.jspecify.annotations.NullMarked;
