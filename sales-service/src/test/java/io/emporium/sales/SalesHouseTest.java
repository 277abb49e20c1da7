package io.emporium.sales;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.sales", importOptions = HouseRules.OfProduction.class)
class SalesHouseTest extends HouseRules {}
