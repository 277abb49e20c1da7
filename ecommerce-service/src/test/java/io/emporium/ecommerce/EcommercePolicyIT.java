package io.emporium.ecommerce;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class EcommercePolicyIT extends PolicyCoverage {}
