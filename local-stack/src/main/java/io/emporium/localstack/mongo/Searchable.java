package io.emporium.localstack.mongo;

/// An index the planner can search.
interface Searchable {
  Lookup lookup();
}
