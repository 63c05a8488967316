package org.sockmodel.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.checkout.Checkout;

class ArchitectureTest {

  private static final String RUNTIME = "org.sockmodel.runtime";
  private static final String KERNEL = "org.sockmodel.runtime.kernel..";
  private static final String SIM = "org.sockmodel.runtime.sim..";
  private static final String ANALYSIS = "org.sockmodel.runtime.analysis..";
  private static final String REPORT = "org.sockmodel.runtime.report..";

  private static JavaClasses runtime;
  private static JavaClasses dsl;
  private static JavaClasses ui;

  @BeforeAll
  static void importClasses() {
    // What lies outside is known by its name alone, which is all the rules ask for and a good deal faster.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    ClassFileImporter importer = new ClassFileImporter();
    runtime = importer.importPath(Checkout.classes(RUNTIME));
    dsl = importer.importPath(Checkout.classes("org.sockmodel.dsl"));
    ui = importer.importPath(Checkout.classes("org.sockmodel.dsl.ui"));
  }

  @Test
  void shouldHaveNoCyclesInRuntime() {
    slices().assignedFrom(new PackageSlices(RUNTIME)).should().beFreeOfCycles().check(runtime);
  }

  @Test
  void shouldHaveNoCyclesInDsl() {
    slices().assignedFrom(new PackageSlices("org.sockmodel.dsl")).should().beFreeOfCycles().check(dsl);
  }

  @Test
  void shouldHaveNoCyclesInUi() {
    slices().assignedFrom(new PackageSlices("org.sockmodel.dsl.ui")).should().beFreeOfCycles().check(ui);
  }

  @Test
  void shouldHaveARowForEveryPackageOfRuntime() {
    classes().should(new ArchCondition<JavaClass>("be in a package that has a row") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean known = PackageRows.row(type.getPackageName()).isPresent();
        events.add(new SimpleConditionEvent(type, known, type.getPackageName() + " is in no row of PackageRows"));
      }
    }).check(runtime);
  }

  @Test
  void shouldUseOnlyRowsBelow() {
    classes().should(new ArchCondition<JavaClass>("use only their own row and those below") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(ArchitectureTest::isWithinRuntime)
            .forEach(dependency -> events.add(new SimpleConditionEvent(dependency, isDownward(dependency),
                dependency.getDescription())));
      }
    }).check(runtime);
  }

  @Test
  void shouldKeepAnalysisAndReportFromTheSimulator() {
    noClasses().that().resideInAnyPackage(ANALYSIS, REPORT)
        .should().dependOnClassesThat().resideInAnyPackage(KERNEL, SIM, "org.sockmodel.runtime.random..",
            "org.sockmodel.runtime.model..", "org.sockmodel.runtime.workload..", "org.sockmodel.runtime.scenario..")
        .allowEmptyShould(true).check(runtime);
  }

  @Test
  void shouldKeepTheKernelFromAnalysisAndReport() {
    noClasses().that().resideInAPackage(KERNEL)
        .should().dependOnClassesThat().resideInAnyPackage(ANALYSIS, REPORT)
        .check(runtime);
  }

  @Test
  void shouldKeepRuntimeFromEclipseAndTheLanguage() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage("org.eclipse..", "org.osgi..", "com.google.inject..",
            "org.antlr..", "org.sockmodel.dsl..")
        .check(runtime);
  }

  @Test
  void shouldLetNothingButTheBatchApplicationUseTheCommandLine() {
    for (JavaClasses users : List.of(runtime, dsl, ui)) {
      noClasses().that().resideOutsideOfPackages("org.sockmodel.dsl.cli..", "org.sockmodel.dsl.ui.batch..")
          .should().dependOnClassesThat().resideInAPackage("org.sockmodel.dsl.cli..")
          .check(users);
    }
  }

  @Test
  void shouldKeepTheLanguageFromEclipsesUserInterface() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage("org.eclipse.ui..", "org.eclipse.jface..",
            "org.eclipse.swt..", "org.sockmodel.dsl.ui..")
        .check(dsl);
  }

  @Test
  void shouldKeepTheUserInterfaceFromTheSimulator() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage(KERNEL, SIM).check(ui);
  }

  private static boolean isWithinRuntime(Dependency dependency) {
    return PackageRows.row(dependency.getOriginClass().getPackageName()).isPresent()
        && PackageRows.row(dependency.getTargetClass().getPackageName()).isPresent();
  }

  private static boolean isDownward(Dependency dependency) {
    return PackageRows.mayUse(dependency.getOriginClass().getPackageName(),
        dependency.getTargetClass().getPackageName());
  }
}
