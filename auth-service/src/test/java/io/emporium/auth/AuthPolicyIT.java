package io.emporium.auth;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class AuthPolicyIT extends PolicyCoverage {}
