package io.emporium.inventory;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.inventory", importOptions = HouseRules.OfProduction.class)
class InventoryHouseTest extends HouseRules {}
