package io.emporium.auth.signin.web;

import io.emporium.auth.session.Client;
import io.emporium.auth.signin.ChangePassword;
import io.emporium.auth.signin.Register;
import io.emporium.auth.signin.SignIn;
import io.emporium.auth.signin.SignOut;
import io.emporium.auth.signin.SignedIn;
import io.emporium.auth.signin.StaySignedIn;
import io.emporium.kit.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
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
class AuthController {

  private final Register register;
  private final SignIn signIn;
  private final StaySignedIn staySignedIn;
  private final SignOut signOut;
  private final ChangePassword changePassword;

  AuthController(
      Register register,
      SignIn signIn,
      StaySignedIn staySignedIn,
      SignOut signOut,
      ChangePassword changePassword) {
    this.register = register;
    this.signIn = signIn;
    this.staySignedIn = staySignedIn;
    this.signOut = signOut;
    this.changePassword = changePassword;
  }

  @PostMapping("/register")
  ResponseEntity<TokenResponse> register(
      @Valid @RequestBody RegisterRequest request, HttpServletRequest http) {
    SignedIn signedIn = register.handle(request.toCommand(), client(http));
    return ResponseEntity.created(URI.create("/api/auth/me"))
        .cacheControl(CacheControl.noStore())
        .body(TokenResponse.from(signedIn));
  }

  @PostMapping("/login")
  ResponseEntity<TokenResponse> login(
      @Valid @RequestBody LoginRequest request, HttpServletRequest http) {
    return answer(signIn.handle(request.toCommand(client(http))));
  }

  @PostMapping("/refresh")
  ResponseEntity<TokenResponse> refresh(
      @Valid @RequestBody RefreshRequest request, HttpServletRequest http) {
    return answer(staySignedIn.handle(request.refreshToken(), client(http)));
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(@Valid @RequestBody RefreshRequest request) {
    signOut.fromHere(request.refreshToken());
  }

  @PostMapping("/logout-all")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logoutEverywhere(Caller caller) {
    signOut.fromEverywhere(caller);
  }

  @PostMapping("/password/change")
  ResponseEntity<TokenResponse> changePassword(
      Caller caller, @Valid @RequestBody ChangePasswordRequest request, HttpServletRequest http) {
    return answer(changePassword.handle(request.toCommand(caller, client(http))));
  }

  private static Client client(HttpServletRequest http) {
    return new Client(http.getRemoteAddr(), http.getHeader(HttpHeaders.USER_AGENT));
  }

  private static ResponseEntity<TokenResponse> answer(SignedIn signedIn) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(TokenResponse.from(signedIn));
  }
}
