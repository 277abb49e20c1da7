package io.emporium.payment;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class PaymentPolicyIT extends PolicyCoverage implements WithProviders {}
