package io.emporium.auth.invitation.web;

import io.emporium.auth.invitation.AcceptInvitation;
import io.emporium.auth.session.Client;
import io.emporium.auth.signin.web.TokenResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

// Apart from the admins' side: here comes somebody who is nobody yet.
@RestController
class AcceptanceController {

  private final AcceptInvitation accept;

  AcceptanceController(AcceptInvitation accept) {
    this.accept = accept;
  }

  @PostMapping("/api/auth/invitations/accept")
  ResponseEntity<TokenResponse> accept(
      @Valid @RequestBody AcceptInvitationRequest request, HttpServletRequest http) {
    Client client = new Client(http.getRemoteAddr(), http.getHeader(HttpHeaders.USER_AGENT));
    return ResponseEntity.created(URI.create("/api/auth/me"))
        .cacheControl(CacheControl.noStore())
        .body(TokenResponse.from(accept.handle(request.toCommand(client))));
  }
}
