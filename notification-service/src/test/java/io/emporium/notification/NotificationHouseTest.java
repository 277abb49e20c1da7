package io.emporium.notification;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(
    packages = "io.emporium.notification",
    importOptions = HouseRules.OfProduction.class)
class NotificationHouseTest extends HouseRules {}
