package io.emporium.fleet.audit;

/// Two ledgers that disagree, or one that contradicts itself.
///
/// @param ledger which comparison found it
/// @param companyId whose it is; `-` where that is not known
/// @param subject an order, a payment, a SKU in a warehouse
/// @param detail what each side says
public record Drift(String ledger, String companyId, String subject, String detail) {

  static final String NOBODY = "-";
}
