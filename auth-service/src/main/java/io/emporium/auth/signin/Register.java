package io.emporium.auth.signin;

import io.emporium.auth.account.OpenAccount;
import io.emporium.auth.session.Client;
import io.emporium.kit.problem.Refusal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// A customer opens an account and is in.
@Component
public class Register {

  private final OpenAccount open;
  private final Admission admission;

  Register(OpenAccount open, Admission admission) {
    this.open = open;
    this.admission = admission;
  }

  /// @throws Refusal conflict, when the address is taken
  public SignedIn handle(OpenAccount.Command customer, Client client) {
    Instant asOf = admission.moment();
    return admission.admit(open.handle(customer), client, asOf);
  }
}
