package io.emporium.auth.account.web;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.AccountStatus;
import io.emporium.auth.account.ManageAccess;
import io.emporium.auth.account.OpenAccount;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
class UserController {

  private final OpenAccount open;
  private final ManageAccess access;
  private final AggregateStore<Account> accounts;

  UserController(OpenAccount open, ManageAccess access, AggregateStore<Account> accounts) {
    this.open = open;
    this.access = access;
    this.accounts = accounts;
  }

  @PostMapping
  ResponseEntity<UserResponse> create(
      Caller caller, @Valid @RequestBody CreateUserRequest request) {
    Account account = open.handle(request.toCommand(access, caller));
    return ResponseEntity.created(URI.create("/api/users/" + account.id()))
        .eTag(EntityTag.of(account.version()))
        .body(UserResponse.from(account));
  }

  @GetMapping
  Page<UserResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String role,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String email,
      @Sortable({"createdAt", "email", "role", "status"}) PageQuery page) {
    Document filter = new Document();
    if (role != null) {
      filter.append("role", roleOf(role).name());
    }
    if (status != null) {
      filter.append("status", statusOf(status).name());
    }
    if (email != null) {
      filter.append("emailKey", email.strip().toLowerCase(Locale.ROOT));
    }
    return accounts.page(caller.companyScope(), filter, page).map(UserResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<UserResponse> read(Caller caller, @PathVariable String id) {
    return answer(accounts.get(caller.companyScope(), id));
  }

  @PatchMapping("/{id}")
  ResponseEntity<UserResponse> describe(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchUserRequest request) {
    return answer(
        accounts.change(
            caller.companyScope(),
            id,
            EntityTag.version(ifMatch),
            account -> account.describe(request.fullName(), request.phone())));
  }

  @PostMapping("/{id}/disable")
  ResponseEntity<UserResponse> disable(Caller caller, @PathVariable String id) {
    return answer(access.disable(caller, id, "disabled_by_admin"));
  }

  @PostMapping("/{id}/enable")
  ResponseEntity<UserResponse> enable(Caller caller, @PathVariable String id) {
    return answer(access.enable(caller, id));
  }

  @PostMapping("/{id}/role")
  ResponseEntity<UserResponse> changeRole(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ChangeRoleRequest request) {
    return answer(
        access.changeRole(
            caller, id, EntityTag.version(ifMatch), request.role(), request.shopIds()));
  }

  private static Role roleOf(String name) {
    return Role.fromWire(name).orElseThrow(() -> Refusal.invalid("role", "is no role"));
  }

  private static AccountStatus statusOf(String name) {
    return switch (name) {
      case "active" -> AccountStatus.ACTIVE;
      case "disabled" -> AccountStatus.DISABLED;
      default -> throw Refusal.invalid("status", "must be active or disabled");
    };
  }

  private static ResponseEntity<UserResponse> answer(Account account) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(account.version()))
        .body(UserResponse.from(account));
  }
}
