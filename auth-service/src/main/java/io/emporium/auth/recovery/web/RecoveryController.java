package io.emporium.auth.recovery.web;

import io.emporium.auth.recovery.ForgotPassword;
import io.emporium.auth.recovery.ResetPassword;
import io.emporium.auth.recovery.VerifyEmail;
import io.emporium.auth.session.Client;
import io.emporium.auth.signin.web.TokenResponse;
import io.emporium.kit.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class RecoveryController {

  private final ForgotPassword forgotPassword;
  private final ResetPassword resetPassword;
  private final VerifyEmail verifyEmail;

  RecoveryController(
      ForgotPassword forgotPassword, ResetPassword resetPassword, VerifyEmail verifyEmail) {
    this.forgotPassword = forgotPassword;
    this.resetPassword = resetPassword;
    this.verifyEmail = verifyEmail;
  }

  @PostMapping("/password/forgot")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void forgot(@Valid @RequestBody ForgotPasswordRequest request, HttpServletRequest http) {
    forgotPassword.handle(request.email(), http.getRemoteAddr());
  }

  @PostMapping("/password/reset")
  ResponseEntity<TokenResponse> reset(
      @Valid @RequestBody ResetPasswordRequest request, HttpServletRequest http) {
    Client client = new Client(http.getRemoteAddr(), http.getHeader(HttpHeaders.USER_AGENT));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            TokenResponse.from(
                resetPassword.handle(request.token(), request.newPassword(), client)));
  }

  @PostMapping("/email/verify")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void verify(@Valid @RequestBody VerifyEmailRequest request) {
    verifyEmail.handle(request.token());
  }

  @PostMapping("/email/verification")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void askAgain(Caller caller, HttpServletRequest http) {
    verifyEmail.askAgain(caller, http.getRemoteAddr());
  }
}
