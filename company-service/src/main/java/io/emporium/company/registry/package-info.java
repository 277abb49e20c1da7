/// The register of companies.
@NullMarked
package io.emporium.company.registry;

import org.jspecify.annotations.NullMarked;
