/// How several guarded writes make one piece of work that can be interrupted anywhere.
@NullMarked
package io.emporium.inventory.work;

import org.jspecify.annotations.NullMarked;
