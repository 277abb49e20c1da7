/// In-app messages and delivery records over HTTP.
@NullMarked
package io.emporium.notification.delivery.web;

import org.jspecify.annotations.NullMarked;
