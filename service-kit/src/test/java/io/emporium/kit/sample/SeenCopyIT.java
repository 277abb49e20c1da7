package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Changing an aggregate that the caller has just read.
@ServiceTest
class SeenCopyIT {

  private static final Scope ACME = Scope.company("acme");

  @Autowired private AggregateStore<Parcel> parcels;

  @Test
  void aCopyThatIsStillTheNewestIsChanged() {
    Parcel seen = stored();

    Parcel changed = parcels.change(seen, parcel -> parcel.weigh("first"));

    assertThat(changed).isSameAs(seen);
    assertThat(parcels.get(ACME, seen.id()).note()).isEqualTo("first");
  }

  @Test
  void aCopyThatSomebodyHasOvertakenIsReadAgainAndDecidedAgain() {
    Parcel seen = stored();
    var unused = parcels.change(ACME, seen.id(), parcel -> parcel.weigh("theirs"));

    Parcel changed =
        parcels.change(
            seen, parcel -> parcel.weighings() == 0 ? parcel.weigh("lost") : parcel.weigh("ours"));

    assertThat(changed.weighings()).isEqualTo(2);
    assertThat(parcels.get(ACME, seen.id()).note()).isEqualTo("ours");
  }

  @Test
  void nothingIsWrittenWhereNothingChanged() {
    Parcel seen = stored();

    var unused = parcels.change(seen, _ -> Outcome.ALREADY);

    assertThat(parcels.get(ACME, seen.id()).version()).isEqualTo(seen.version());
  }

  private Parcel stored() {
    Parcel parcel = new Parcel(UUID.randomUUID().toString(), "acme", "corner", "carla");
    assertThat(parcels.create(parcel)).isTrue();
    return parcels.get(ACME, parcel.id());
  }
}
