package io.emporium.auth.invitation.web;

import io.emporium.auth.invitation.Invitation;
import io.emporium.auth.invitation.InvitationStatus;
import io.emporium.auth.invitation.Invite;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users/invitations")
class InvitationController {

  private final Invite invite;
  private final AggregateStore<Invitation> invitations;

  InvitationController(Invite invite, AggregateStore<Invitation> invitations) {
    this.invite = invite;
    this.invitations = invitations;
  }

  @PostMapping
  ResponseEntity<InvitationResponse> create(
      Caller caller, @Valid @RequestBody InviteRequest request) {
    Invitation invitation = invite.handle(request.toCommand(caller));
    return ResponseEntity.created(URI.create("/api/users/invitations/" + invitation.id()))
        .body(InvitationResponse.from(invitation));
  }

  @GetMapping
  Page<InvitationResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @Sortable({"createdAt", "email", "status"}) PageQuery page) {
    Document filter =
        status == null ? new Document() : new Document("status", statusOf(status).name());
    return invitations.page(caller.companyScope(), filter, page).map(InvitationResponse::from);
  }

  @GetMapping("/{id}")
  InvitationResponse read(Caller caller, @PathVariable String id) {
    return InvitationResponse.from(invitations.get(caller.companyScope(), id));
  }

  @PostMapping("/{id}/resend")
  InvitationResponse resend(Caller caller, @PathVariable String id) {
    return InvitationResponse.from(invite.again(caller, id));
  }

  @PostMapping("/{id}/revoke")
  InvitationResponse revoke(Caller caller, @PathVariable String id) {
    return InvitationResponse.from(invite.revoke(caller, id));
  }

  private static InvitationStatus statusOf(String name) {
    return switch (name) {
      case "pending" -> InvitationStatus.PENDING;
      case "accepted" -> InvitationStatus.ACCEPTED;
      case "revoked" -> InvitationStatus.REVOKED;
      default -> throw Refusal.invalid("status", "must be pending, accepted or revoked");
    };
  }
}
