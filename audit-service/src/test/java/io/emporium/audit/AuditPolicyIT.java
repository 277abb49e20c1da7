package io.emporium.audit;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class AuditPolicyIT extends PolicyCoverage {}
