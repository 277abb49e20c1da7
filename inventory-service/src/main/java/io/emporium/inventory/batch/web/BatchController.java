package io.emporium.inventory.batch.web;

import io.emporium.inventory.batch.Batch;
import io.emporium.inventory.batch.BatchRow;
import io.emporium.inventory.batch.FindBatch;
import io.emporium.inventory.batch.SubmitBatch;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(BatchController.PATH)
class BatchController {

  static final String PATH = "/api/inventory/v1/batches";

  private static final String CSV = "text/csv";

  private final SubmitBatch submit;
  private final FindBatch find;

  BatchController(SubmitBatch submit, FindBatch find) {
    this.submit = submit;
    this.find = find;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BatchResponse> create(Caller caller, @Valid @RequestBody BatchRequest request) {
    return accepted(submit.handle(new SubmitBatch.Command(caller, "json", request.toInputs())));
  }

  @PostMapping(consumes = CSV)
  ResponseEntity<BatchResponse> createFromCsv(Caller caller, @RequestBody byte[] body) {
    return accepted(submit.handle(new SubmitBatch.Command(caller, "csv", SentCsv.read(body))));
  }

  @GetMapping
  Page<BatchResponse> list(Caller caller, @Sortable({"_id", "createdAt"}) PageQuery page) {
    return find.page(caller, page).map(BatchResponse::from);
  }

  // JSON for everybody who does not ask for CSV.
  @GetMapping("/{id}")
  BatchResultsResponse read(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String status,
      PageQuery page) {
    Batch batch = find.byId(caller, id);
    return BatchResultsResponse.from(batch, find.rows(batch, state(status), page));
  }

  @GetMapping(path = "/{id}", produces = CSV)
  ResponseEntity<String> readAsCsv(Caller caller, @PathVariable String id) {
    String text = ResultsCsv.write(find.rows(find.byId(caller, id)));
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"batch.csv\"")
        .body(text);
  }

  private static ResponseEntity<BatchResponse> accepted(Batch batch) {
    return ResponseEntity.accepted()
        .location(URI.create(PATH + "/" + batch.id()))
        .body(BatchResponse.from(batch));
  }

  private static BatchRow.@Nullable State state(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return Arrays.stream(BatchRow.State.values())
        .filter(state -> state.name().equalsIgnoreCase(status))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("status", "must be pending, accepted or rejected"));
  }
}
