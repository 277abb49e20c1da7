package io.emporium.payment;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.payment", importOptions = HouseRules.OfProduction.class)
class PaymentHouseTest extends HouseRules {}
