/// What the HTTP stand-ins share: JSON, form bodies, answers.
@NullMarked
package io.emporium.localstack.http;

import org.jspecify.annotations.NullMarked;
