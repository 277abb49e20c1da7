package io.emporium.events;

/// Something that has happened. Published on the topic exchange `emporium.events`; any number of
/// services may listen.
public interface Fact extends Message {}
