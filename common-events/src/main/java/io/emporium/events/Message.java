package io.emporium.events;

/// Anything that travels between services: a [Fact] that happened or a [Command] to carry out.
public interface Message {}
