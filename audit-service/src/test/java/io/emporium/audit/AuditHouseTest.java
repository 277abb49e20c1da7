package io.emporium.audit;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.audit", importOptions = HouseRules.OfProduction.class)
class AuditHouseTest extends HouseRules {}
