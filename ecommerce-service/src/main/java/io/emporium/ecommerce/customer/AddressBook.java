package io.emporium.ecommerce.customer;

import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.kit.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The addresses of a customer; while there are any, exactly one is the usual one.
public record AddressBook(List<SavedAddress> addresses) {

  static final int MOST = 20;

  public AddressBook {
    addresses = List.copyOf(addresses);
  }

  /// Where to deliver when nothing else is said; null when nothing is known.
  public @Nullable DeliveryAddress usual() {
    return addresses.stream()
        .filter(SavedAddress::usual)
        .map(SavedAddress::address)
        .findFirst()
        .orElse(null);
  }

  AddressBook with(SavedAddress saved) {
    List<SavedAddress> changed = new ArrayList<>(addresses);
    changed.removeIf(address -> address.id().equals(saved.id()));
    if (changed.size() >= MOST) {
      throw Refusal.rule("too_many_addresses", "At most " + MOST + " addresses are kept");
    }
    boolean usual = saved.usual() || changed.stream().noneMatch(SavedAddress::usual);
    if (usual) {
      changed.replaceAll(address -> address.asUsual(false));
    }
    changed.add(saved.asUsual(usual));
    return new AddressBook(changed);
  }

  AddressBook without(String id) {
    List<SavedAddress> changed = new ArrayList<>(addresses);
    changed.removeIf(address -> address.id().equals(id));
    if (!changed.isEmpty() && changed.stream().noneMatch(SavedAddress::usual)) {
      changed.set(0, changed.getFirst().asUsual(true));
    }
    return new AddressBook(changed);
  }

  boolean contains(String id) {
    return addresses.stream().anyMatch(address -> address.id().equals(id));
  }
}
