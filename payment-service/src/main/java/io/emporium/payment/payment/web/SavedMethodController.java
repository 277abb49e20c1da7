package io.emporium.payment.payment.web;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.web.Sortable;
import io.emporium.payment.payment.SavedMethod;
import io.emporium.payment.payment.SavedMethods;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SavedMethodController {

  private final RecordStore<SavedMethod> methods;
  private final SavedMethods savedMethods;

  SavedMethodController(RecordStore<SavedMethod> methods, SavedMethods savedMethods) {
    this.methods = methods;
    this.savedMethods = savedMethods;
  }

  @GetMapping("/api/payments/methods")
  Page<SavedMethodResponse> list(Caller caller, @Sortable("savedAt") PageQuery page) {
    return methods.page(caller.scope(), new Document(), page).map(SavedMethodResponse::from);
  }

  @DeleteMapping("/api/payments/methods/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(Caller caller, @PathVariable String token) {
    savedMethods.forget(caller.userId(), token);
  }
}
