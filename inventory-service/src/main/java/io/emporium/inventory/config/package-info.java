/// Collections and scheduling of the service.
@NullMarked
package io.emporium.inventory.config;

import org.jspecify.annotations.NullMarked;
