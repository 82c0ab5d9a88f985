package io.cotangent.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.palantir.javapoet.JavaFile;
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
            .resideOutsideOfPackage("io.cotangent.processor.source")
            .and()
            .doNotBelongToAnyOf(CotangentProcessor.class, CompilerAccess.class)
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
            .resideOutsideOfPackage("io.cotangent.processor.emit")
            .and()
            .doNotBelongToAnyOf(CotangentProcessor.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");
    rule.check(CLASSES);
  }

  @Test
  void theEntryOnlyWritesFiles() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.cotangent.processor")
            .should()
            .dependOnClassesThat(
                resideInAPackage("com.palantir.javapoet..").and(not(type(JavaFile.class))));
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
            .resideInAnyPackage(
                "javax.annotation.processing..",
                "javax.lang.model..",
                "com.sun..",
                "..processor.source",
                "..processor.emit");
    rule.check(CLASSES);
  }

  @Test
  void theIrKnowsNoPass() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.cotangent.processor.ir")
            .should()
            .dependOnClassesThat(
                resideInAPackage("io.cotangent..")
                    .and(not(resideInAPackage("io.cotangent.processor.ir"))));
    rule.check(CLASSES);
  }
}
