package io.emporium.kit.sample;

import com.mongodb.MongoTimeoutException;
import io.emporium.events.Envelope;
import io.emporium.events.Money;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.Stores;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.web.FilterOrder;
import io.emporium.kit.web.Sortable;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class SampleApplication {

  @Bean
  AggregateStore<Parcel> parcels(Stores stores) {
    return stores.aggregates(Parcel.class);
  }

  /// A filter that needs the database, which is away.
  @Bean
  FilterRegistrationBean<Filter> stumbling() {
    FilterRegistrationBean<Filter> stumbling =
        new FilterRegistrationBean<>(
            (request, response, chain) -> {
              if (((HttpServletRequest) request).getHeader("X-Stumble") != null) {
                throw new MongoTimeoutException("for a test");
              }
              chain.doFilter(request, response);
            });
    stumbling.setOrder(FilterOrder.IDEMPOTENCY);
    return stumbling;
  }

  record ParcelResponse(String id, int weighings) {}

  enum Priority {
    STANDARD,
    NEXT_DAY
  }

  record ParcelRequest(
      @NotBlank String shopId,
      @Min(1) int weight,
      @Nullable Priority priority,
      @Nullable Money insured) {}

  @RestController
  static class ParcelController {

    private final AggregateStore<Parcel> parcels;
    private final Ids ids;
    private final AtomicBoolean stumbled = new AtomicBoolean();

    ParcelController(AggregateStore<Parcel> parcels, Ids ids) {
      this.parcels = parcels;
      this.ids = ids;
    }

    @PostMapping("/api/parcels")
    ResponseEntity<ParcelResponse> create(
        Caller caller, @Valid @RequestBody ParcelRequest request) {
      Parcel parcel =
          new Parcel(ids.next(), caller.requireCompany(), request.shopId(), "customer-1");
      var _ = parcels.create(parcel);
      if (request.shopId().equals("stumbles") && !stumbled.getAndSet(true)) {
        throw new IllegalStateException("for a test: stored, but not answered");
      }
      return ResponseEntity.created(URI.create("/api/parcels/" + parcel.id()))
          .body(new ParcelResponse(parcel.id(), 0));
    }

    @GetMapping("/api/parcels")
    Page<ParcelResponse> list(Caller caller, @Sortable({"_id", "weighings"}) PageQuery page) {
      return parcels
          .page(caller.scope(), new Document(), page)
          .map(parcel -> new ParcelResponse(parcel.id(), parcel.weighings()));
    }

    @GetMapping("/api/parcels/prices")
    List<ParcelResponse> prices() {
      return List.of();
    }

    @GetMapping("/api/parcels/{id}")
    ParcelResponse read(Caller caller, @PathVariable String id) {
      Parcel parcel = parcels.get(caller.scope(), id);
      return new ParcelResponse(parcel.id(), parcel.weighings());
    }
  }

  @Component
  @Consumes(value = "scales", concurrency = 4)
  static class ScalesListener {

    private final AggregateStore<Parcel> parcels;

    ScalesListener(AggregateStore<Parcel> parcels) {
      this.parcels = parcels;
    }

    @Handles
    void on(ReserveStock command, Envelope<?> envelope) {
      if (command.shopId().equals("refuses")) {
        throw Refusal.conflict("never", "This will never work");
      }
      var _ =
          parcels.change(
              Scope.company(Objects.requireNonNull(envelope.companyid())),
              command.orderId(),
              parcel -> parcel.weigh(null));
    }

    @Handles
    void on(DeductStock command) {
      throw new IllegalStateException("always fails");
    }
  }

  @Component
  @Consumes(value = "bulk", batch = 10)
  static class BulkListener {

    private final AggregateStore<Parcel> parcels;
    private final AtomicBoolean diesNext = new AtomicBoolean();

    BulkListener(AggregateStore<Parcel> parcels) {
      this.parcels = parcels;
    }

    void dieOnce() {
      diesNext.set(true);
    }

    boolean died() {
      return !diesNext.get();
    }

    @Handles
    void on(ReleaseStock command, Envelope<?> envelope) {
      if (command.reason().equals("refused")) {
        throw Refusal.conflict("never", "This will never work");
      }
      if (command.reason().equals("deadly") && diesNext.getAndSet(false)) {
        throw new StackOverflowError("for a test");
      }
      var _ =
          parcels.change(
              Scope.company(Objects.requireNonNull(envelope.companyid())),
              command.orderId(),
              parcel -> parcel.weigh(null));
    }
  }
}
