package io.emporium.inventory;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class InventoryPolicyIT extends PolicyCoverage {}
