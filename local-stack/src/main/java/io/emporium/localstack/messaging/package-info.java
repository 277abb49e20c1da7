/// Twilio messages and Firebase pushes.
@NullMarked
package io.emporium.localstack.messaging;

import org.jspecify.annotations.NullMarked;
