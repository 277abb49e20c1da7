package io.emporium.notification;

import io.emporium.kit.testing.PolicyCoverage;
import io.emporium.kit.testing.ServiceTest;

@ServiceTest
class NotificationPolicyIT extends PolicyCoverage {}
