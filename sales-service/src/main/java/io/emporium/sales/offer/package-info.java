/// What can be bought, where and on what terms: replicas of products, shops and companies.
@NullMarked
package io.emporium.sales.offer;

import org.jspecify.annotations.NullMarked;
