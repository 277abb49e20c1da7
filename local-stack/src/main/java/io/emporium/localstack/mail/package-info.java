/// SMTP, readable over HTTP.
@NullMarked
package io.emporium.localstack.mail;

import org.jspecify.annotations.NullMarked;
