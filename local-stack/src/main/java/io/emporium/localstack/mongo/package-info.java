/// MongoDB on the wire: mongo-java-server with an index-aware planner and its own file format.
@NullMarked
package io.emporium.localstack.mongo;

import org.jspecify.annotations.NullMarked;
