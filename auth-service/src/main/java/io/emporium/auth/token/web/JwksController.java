package io.emporium.auth.token.web;

import io.emporium.auth.token.SigningKeys;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JwksController {

  private final SigningKeys keys;

  JwksController(SigningKeys keys) {
    this.keys = keys;
  }

  @GetMapping("/api/auth/jwks")
  ResponseEntity<JwksResponse> keys() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .body(new JwksResponse(keys.served().stream().map(JwksResponse.Key::from).toList()));
  }
}
