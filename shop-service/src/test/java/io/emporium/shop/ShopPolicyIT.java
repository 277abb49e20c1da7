package io.emporium.shop;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class ShopPolicyIT extends PolicyCoverage {}
