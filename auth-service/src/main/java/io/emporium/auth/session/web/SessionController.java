package io.emporium.auth.session.web;

import io.emporium.auth.account.Accounts;
import io.emporium.auth.session.Sessions;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/sessions")
class SessionController {

  private final Accounts accounts;
  private final Sessions sessions;

  SessionController(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @GetMapping
  Page<SessionResponse> list(Caller caller, PageQuery page) {
    return sessions
        .openOf(accounts.own(caller), page)
        .map(family -> SessionResponse.from(family, caller));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Caller caller, @PathVariable String id) {
    sessions.endOwn(caller.userId(), id);
  }
}
