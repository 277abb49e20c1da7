package io.emporium.debt;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class DebtPolicyIT extends PolicyCoverage {}
