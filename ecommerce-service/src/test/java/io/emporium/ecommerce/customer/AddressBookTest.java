package io.emporium.ecommerce.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.kit.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressBookTest {

  private static final DeliveryAddress HERE =
      new DeliveryAddress("Anna", "Street 1", null, "Town", null, "12345", "DE", null);

  @Test
  void hasExactlyOneUsualAddressWhileThereAreAny() {
    AddressBook book = new AddressBook(List.of()).with(address("a", false));
    assertThat(book.addresses().getFirst().usual()).isTrue();

    book = book.with(address("b", true));
    assertThat(book.addresses()).filteredOn(SavedAddress::usual).hasSize(1);
    assertThat(book.addresses().getLast().usual()).isTrue();

    book = book.without("b");
    assertThat(book.usual()).isEqualTo(HERE);
    assertThat(book.without("a").usual()).isNull();
  }

  @Test
  void keepsALimitedNumber() {
    AddressBook book = new AddressBook(List.of());
    for (int i = 0; i < AddressBook.MOST; i++) {
      book = book.with(address("a" + i, false));
    }
    AddressBook full = book;
    assertThatThrownBy(() -> full.with(address("more", false))).isInstanceOf(Refusal.class);
    assertThat(full.with(address("a1", true)).addresses()).hasSize(AddressBook.MOST);
  }

  private static SavedAddress address(String id, boolean usual) {
    return new SavedAddress(id, null, HERE, usual);
  }
}
