/// Devices over HTTP.
@NullMarked
package io.emporium.notification.recipient.web;

import org.jspecify.annotations.NullMarked;
