package io.emporium.inventory.transfer.web;

import io.emporium.inventory.transfer.Addressed;
import io.emporium.inventory.transfer.DecideTransfer;
import io.emporium.inventory.transfer.DraftTransfer;
import io.emporium.inventory.transfer.FindTransfer;
import io.emporium.inventory.transfer.MoveTransfer;
import io.emporium.inventory.transfer.Transfer;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(TransferController.PATH)
class TransferController {

  static final String PATH = "/api/inventory/v1/transfers";

  private final DraftTransfer draft;
  private final DecideTransfer decide;
  private final MoveTransfer move;
  private final FindTransfer find;

  TransferController(
      DraftTransfer draft, DecideTransfer decide, MoveTransfer move, FindTransfer find) {
    this.draft = draft;
    this.decide = decide;
    this.move = move;
    this.find = find;
  }

  @PostMapping
  ResponseEntity<TransferResponse> create(
      Caller caller, @Valid @RequestBody TransferRequest request) {
    Transfer transfer = draft.handle(caller, request.toPlan());
    return ResponseEntity.created(URI.create(PATH + "/" + transfer.id()))
        .eTag(EntityTag.of(transfer.version()))
        .body(TransferResponse.from(transfer));
  }

  @GetMapping
  Page<TransferResponse> list(
      Caller caller,
      TransferQuery query,
      @Sortable({"_id", "changedAt", "number"}) PageQuery page) {
    return find.page(caller, query.toFilter(), page).map(TransferResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<TransferResponse> read(Caller caller, @PathVariable String id) {
    return answer(find.byId(caller, id));
  }

  @PatchMapping("/{id}")
  ResponseEntity<TransferResponse> edit(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchTransferRequest request) {
    return answer(draft.edit(addressed(caller, id, ifMatch), request::over));
  }

  @PostMapping("/{id}/submit")
  ResponseEntity<TransferResponse> submit(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(decide.submit(addressed(caller, id, ifMatch)));
  }

  @PostMapping("/{id}/approve")
  ResponseEntity<TransferResponse> approve(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(decide.approve(addressed(caller, id, ifMatch)));
  }

  @PostMapping("/{id}/reject")
  ResponseEntity<TransferResponse> reject(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ReasonRequest request) {
    return answer(decide.reject(addressed(caller, id, ifMatch), request.text()));
  }

  @PostMapping("/{id}/ship")
  ResponseEntity<TransferResponse> ship(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(move.ship(addressed(caller, id, ifMatch)));
  }

  @PostMapping("/{id}/receive")
  ResponseEntity<TransferResponse> receive(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ReceiveRequest request) {
    return answer(move.receive(addressed(caller, id, ifMatch), request.toCount()));
  }

  @PostMapping("/{id}/cancel")
  ResponseEntity<TransferResponse> cancel(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ReasonRequest request) {
    return answer(move.cancel(addressed(caller, id, ifMatch), request.text()));
  }

  private static Addressed addressed(Caller caller, String id, @Nullable String ifMatch) {
    return new Addressed(caller, id, EntityTag.version(ifMatch));
  }

  private static ResponseEntity<TransferResponse> answer(Transfer transfer) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(transfer.version()))
        .body(TransferResponse.from(transfer));
  }
}
