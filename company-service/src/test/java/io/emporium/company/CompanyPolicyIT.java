package io.emporium.company;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class CompanyPolicyIT extends PolicyCoverage {}
