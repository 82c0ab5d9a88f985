package io.cotangent.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Who may know what: the compiler in front, JavaPoet at the back, the IR in between. */
final class PackageRuleTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.cotangent.processor");

  @Test
  void treesOnlyInFront() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("io.cotangent.processor", "io.cotangent.processor.source")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.source..");
    rule.check(CLASSES);
  }

  @Test
  void noCompilerInternals() {
    ArchRule rule = noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools..");
    rule.check(CLASSES);
  }

  @Test
  void javaPoetOnlyAtTheBack() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("io.cotangent.processor", "io.cotangent.processor.emit")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");
    rule.check(CLASSES);
  }

  @Test
  void theMiddleKnowsNoCompiler() {
    ArchRule rule =
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
    rule.check(CLASSES);
  }
}
