package io.emporium.kit.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/// Fetches the list as the public keys are fetched: within time-outs and up to a size.
final class HttpRevocationSource implements RevocationSource {

  private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
  private static final int READ_TIMEOUT_MILLIS = 2_000;
  private static final int MAX_BYTES = 1024 * 1024;

  private final ResourceRetriever retriever =
      new DefaultResourceRetriever(CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, MAX_BYTES);
  private final URI uri;
  private final JsonMapper mapper;

  HttpRevocationSource(URI uri, JsonMapper mapper) {
    this.uri = uri;
    this.mapper = mapper;
  }

  @Override
  public RevocationPage since(Instant moment) {
    try {
      URI asked = URI.create(uri + "?since=" + moment);
      return mapper.readValue(
          retriever.retrieveResource(asked.toURL()).getContent(), RevocationPage.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
