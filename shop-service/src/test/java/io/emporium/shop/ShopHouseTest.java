package io.emporium.shop;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.shop", importOptions = HouseRules.OfProduction.class)
class ShopHouseTest extends HouseRules {}
