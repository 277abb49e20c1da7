package io.emporium.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/// The house rules on structure. A service extends this with `@AnalyzeClasses(packages =
/// "io.emporium.sales", importOptions = HouseRules.OfProduction.class)`. Rules on packages that a
/// service does not have pass.
public abstract class HouseRules {

  private static final String[] EDGES = {"..web..", "..messaging..", "..store..", "..gateway.."};

  /// Production classes only.
  public static final class OfProduction implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return new DoNotIncludeTests().includes(location);
    }
  }

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_NO_BROKER_AND_NO_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackages(EDGES)
          .and()
          .resideOutsideOfPackages("..config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.amqp..", "org.springframework.data.mongodb.core")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule EDGES_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("..web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.emporium.*.*.messaging..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule EDGES_STAY_PRIVATE =
      classes()
          .that()
          .haveSimpleNameEndingWith("Controller")
          .or()
          .haveSimpleNameEndingWith("Listener")
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule REQUESTS_AND_RESPONSES_ARE_RECORDS =
      classes()
          .that()
          .haveSimpleNameEndingWith("Request")
          .or()
          .haveSimpleNameEndingWith("Response")
          .or()
          .haveSimpleNameEndingWith("Properties")
          .should()
          .beRecords()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule TIME_AND_IDS_ARE_INJECTED =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(LocalDateTime.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule OLD_FRIENDS_STAY_AWAY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("lombok..", "com.fasterxml.jackson.databind..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
      noClasses()
          .should(
              ArchConditions.haveNameMatching(
                  ".*\\.[A-Za-z]*(Impl|Utils?|Helper|Manager|Base|Abstract[A-Z]\\w*)$"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices().matching("io.emporium.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes()
          .that()
          .doNotHaveSimpleName("package-info")
          .should(new BeInNullMarkedPackage())
          .allowEmptyShould(true);

  private static final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {

    BeInNullMarkedPackage() {
      super("be in a package marked @NullMarked");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
        events.add(
            SimpleConditionEvent.violated(item, item.getPackageName() + " is not @NullMarked"));
      }
    }
  }
}
