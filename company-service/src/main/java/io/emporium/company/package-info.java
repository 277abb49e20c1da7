/// Companies, their life and the settings that other services obey.
@NullMarked
package io.emporium.company;

import org.jspecify.annotations.NullMarked;
