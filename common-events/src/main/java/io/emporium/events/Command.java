package io.emporium.events;

/// Something one service asks another to do. Sent on the direct exchange `emporium.commands`;
/// exactly one service handles it, and must tolerate being asked twice.
public interface Command extends Message {}
