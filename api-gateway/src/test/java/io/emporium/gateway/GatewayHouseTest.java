package io.emporium.gateway;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.gateway", importOptions = HouseRules.OfProduction.class)
class GatewayHouseTest extends HouseRules {}
