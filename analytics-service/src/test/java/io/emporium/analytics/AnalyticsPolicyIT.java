package io.emporium.analytics;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class AnalyticsPolicyIT extends PolicyCoverage {}
