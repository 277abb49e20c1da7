/// What was charged and refunded: durable, and the oracle for tests.
@NullMarked
package io.emporium.localstack.ledger;

import org.jspecify.annotations.NullMarked;
