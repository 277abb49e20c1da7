/// A company's settings of its payments over HTTP.
@NullMarked
package io.emporium.payment.company.web;

import org.jspecify.annotations.NullMarked;
