package io.emporium.auth.revocation.web;

import io.emporium.auth.revocation.ListRevocations;
import io.emporium.kit.security.RevocationPage;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

// For the other services, like the public keys. The gateway has no route to it.
@RestController
class RevocationController {

  private final ListRevocations revocations;

  RevocationController(ListRevocations revocations) {
    this.revocations = revocations;
  }

  @GetMapping("/internal/revocations")
  ResponseEntity<RevocationPage> list(
      @RequestParam(defaultValue = "1970-01-01T00:00:00Z") Instant since) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(revocations.since(since));
  }
}
