package io.emporium.payment.payment.web;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.web.Sortable;
import io.emporium.payment.payment.SavedMethod;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SavedMethodController {

  private final RecordStore<SavedMethod> methods;

  SavedMethodController(RecordStore<SavedMethod> methods) {
    this.methods = methods;
  }

  @GetMapping("/api/payments/methods")
  Page<SavedMethodResponse> list(Caller caller, @Sortable("savedAt") PageQuery page) {
    return methods.page(caller.scope(), new Document(), page).map(SavedMethodResponse::from);
  }
}
