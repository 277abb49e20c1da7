/// Where facts about orders come from.
@NullMarked
package io.emporium.analytics.sales.messaging;

import org.jspecify.annotations.NullMarked;
