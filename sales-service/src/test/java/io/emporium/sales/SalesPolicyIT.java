package io.emporium.sales;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class SalesPolicyIT extends PolicyCoverage {}
