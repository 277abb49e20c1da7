package io.emporium.kit.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;

/// A part of the list of revocations that living tokens may still run into.
///
/// @param next where to go on, by the clock of who keeps the list
/// @param complete whether nothing is left beyond this page
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevocationPage(List<Revocation> revocations, Instant next, boolean complete) {}
