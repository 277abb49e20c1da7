/// Scripted faults and the page for people.
@NullMarked
package io.emporium.localstack.control;

import org.jspecify.annotations.NullMarked;
