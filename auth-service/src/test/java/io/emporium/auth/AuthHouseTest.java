package io.emporium.auth;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.auth", importOptions = HouseRules.OfProduction.class)
class AuthHouseTest extends HouseRules {}
