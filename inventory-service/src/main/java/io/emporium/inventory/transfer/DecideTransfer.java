package io.emporium.inventory.transfer;

import io.emporium.inventory.replica.CompanyRules;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// A transfer is asked for, and somebody else agrees or does not.
@Component
public class DecideTransfer {

  private final Transfers transfers;
  private final CompanyRules rules;
  private final Clock clock;

  DecideTransfer(Transfers transfers, CompanyRules rules, Clock clock) {
    this.transfers = transfers;
    this.rules = rules;
    this.clock = clock;
  }

  public Transfer submit(Addressed addressed) {
    boolean needsApproval = rules.transfersNeedApproval(addressed.caller().requireCompany());
    return transfers.command(addressed, transfer -> transfer.submit(needsApproval, now()));
  }

  public Transfer approve(Addressed addressed) {
    return transfers.command(addressed, transfer -> transfer.approve(now()));
  }

  public Transfer reject(Addressed addressed, String reason) {
    return transfers.command(addressed, transfer -> transfer.reject(reason, now()));
  }

  private Act now() {
    return Act.now(clock.instant());
  }
}
