package io.cotangent.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know what: the compiler in front, JavaPoet at the back, the IR in between. */
@AnalyzeClasses(
    packages = "io.cotangent.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class PackageRuleTest {
  @ArchTest
  static final ArchRule TREES_ONLY_IN_FRONT =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.cotangent.processor", "io.cotangent.processor.source")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.source..");

  @ArchTest
  static final ArchRule NO_COMPILER_INTERNALS =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools..");

  @ArchTest
  static final ArchRule JAVAPOET_ONLY_AT_THE_BACK =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.cotangent.processor", "io.cotangent.processor.emit")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  @ArchTest
  static final ArchRule THE_MIDDLE_KNOWS_NO_COMPILER =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..processor.ir",
              "..processor.pass",
              "..processor.rule",
              "..processor.analysis",
              "..processor.tangent",
              "..processor.adjoint",
              "..processor.model")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.annotation.processing..", "javax.lang.model..", "com.sun..");
}
