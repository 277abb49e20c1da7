package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.context.Cause;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Changes that begin from what has just been read.
@ServiceTest
class ChangeIT {

  private static final Scope ACME = Scope.company("acme");

  @Autowired private AggregateStore<Parcel> parcels;

  @Test
  void whoWasSlowerDecidesAgainOnWhatTheOthersLeft() {
    Parcel parcel = created();
    Parcel one = parcels.get(ACME, parcel.id());
    Parcel other = parcels.get(ACME, parcel.id());

    assertThat(parcels.change(one, found -> found.weigh("one")).version()).isEqualTo(2);
    Parcel last = parcels.change(other, found -> found.weigh("other"));

    assertThat(last.version()).isEqualTo(3);
    assertThat(last.weighings()).isEqualTo(2);
    assertThat(parcels.get(ACME, parcel.id()).note()).isEqualTo("other");
  }

  @Test
  void aMessageThatTheDocumentHasConsumedIsNotHandledAgain() {
    Parcel parcel = created();
    Cause cause = new Cause("c", "a", "message-1", null);
    for (int n = 0; n < 2; n++) {
      ScopedValue.where(Cause.CURRENT, cause)
          .run(
              () -> {
                var _ = parcels.change(parcels.get(ACME, parcel.id()), found -> found.weigh(null));
              });
    }
    assertThat(parcels.get(ACME, parcel.id()).weighings()).isEqualTo(1);
  }

  private Parcel created() {
    Parcel parcel = new Parcel(UUID.randomUUID().toString(), "acme", "shop", "customer");
    assertThat(parcels.create(parcel)).isTrue();
    return parcel;
  }
}
