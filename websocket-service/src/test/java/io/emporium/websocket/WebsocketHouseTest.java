package io.emporium.websocket;

import com.tngtech.archunit.junit.AnalyzeClasses;
import io.emporium.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.emporium.websocket", importOptions = HouseRules.OfProduction.class)
class WebsocketHouseTest extends HouseRules {}
