package io.emporium.fleet.wall;

/// Ids that look right and are nobody's.
final class Unknown {

  static final String ID = "0193f000-0000-7000-8000-00000000dead";
  static final String SKU = "NOBODYS-SKU";

  private Unknown() {}

  static String of(String kind) {
    return kind.equals("skus") ? SKU : ID;
  }
}
