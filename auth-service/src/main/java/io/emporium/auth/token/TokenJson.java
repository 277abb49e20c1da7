package io.emporium.auth.token;

import io.jsonwebtoken.io.AbstractSerializer;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// jjwt brings no writer for Jackson 3.
@Component
class TokenJson extends AbstractSerializer<Map<String, ?>> {

  private final JsonMapper mapper;

  TokenJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  protected void doSerialize(Map<String, ?> values, OutputStream out) {
    mapper.writeValue(out, values);
  }
}
