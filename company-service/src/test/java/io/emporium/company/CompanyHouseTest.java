package io.emporium.company;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.company", importOptions = HouseRules.OfProduction.class)
class CompanyHouseTest extends HouseRules {}
