package io.emporium.auth.account.web;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.kit.security.Caller;
import io.emporium.kit.web.EntityTag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/me")
class MeController {

  private final Accounts accounts;

  MeController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping
  ResponseEntity<UserResponse> read(Caller caller) {
    return answer(accounts.own(caller));
  }

  @PatchMapping
  ResponseEntity<UserResponse> describe(
      Caller caller,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchUserRequest request) {
    return answer(
        accounts.changeOwn(
            caller,
            EntityTag.version(ifMatch),
            account -> account.describe(request.fullName(), request.phone())));
  }

  private static ResponseEntity<UserResponse> answer(Account account) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(account.version()))
        .body(UserResponse.from(account));
  }
}
