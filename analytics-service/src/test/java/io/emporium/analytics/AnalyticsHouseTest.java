package io.emporium.analytics;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.analytics", importOptions = HouseRules.OfProduction.class)
class AnalyticsHouseTest extends HouseRules {}
