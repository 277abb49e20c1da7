package io.emporium.events;

/// A command that is worth something only now, to whoever is there. Where nobody is, it is done:
/// other commands wait for the service that carries them out.
public interface LiveCommand extends Command {}
