package io.emporium.debt;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.debt", importOptions = HouseRules.OfProduction.class)
class DebtHouseTest extends HouseRules {}
