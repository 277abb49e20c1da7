package io.emporium.ecommerce;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.ecommerce", importOptions = HouseRules.OfProduction.class)
class EcommerceHouseTest extends HouseRules {}
