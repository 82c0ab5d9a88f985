package io.cotangent.processor.source;

import io.cotangent.UseRules;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Checks the rules of the running compilation, and that each is of use. */
public final class RuleCheck {
  private final Types types;
  private final Reporter reporter;
  private final List<Rule> rules = new ArrayList<>();

  /** A check in the world of the running compiler. */
  public RuleCheck(Types types, Reporter reporter) {
    this.types = types;
    this.reporter = reporter;
  }

  /** Reports what is wrong with the rules; returns those that can be used. */
  public List<ExecutableElement> check(Collection<ExecutableElement> methods) {
    Map<ExecutableElement, Rule> byTarget = new HashMap<>();
    for (ExecutableElement method : methods) {
      RuleReader reader = RuleReader.of(types, method).orElseThrow();
      Optional<Rule> rule = reader.read();
      reader.complaint().ifPresent(c -> reporter.complain(method, reader.mirror(), c));
      rule.ifPresent(r -> add(r, reader, byTarget));
    }
    return rules.stream().map(Rule::method).toList();
  }

  private void add(Rule rule, RuleReader reader, Map<ExecutableElement, Rule> byTarget) {
    Rule other = byTarget.putIfAbsent(rule.target(), rule);
    if (other == null) {
      rules.add(rule);
      return;
    }
    reporter.complain(rule.method(), reader.mirror(), twice(other, rule.target(), null));
  }

  /** Reports what is wrong with the rules that classes and packages take from elsewhere. */
  public void checkNamed(Collection<? extends Element> users) {
    for (Element user : users) {
      AnnotationMirror mirror = RuleReader.mirror(user, UseRules.class).orElseThrow();
      Map<ExecutableElement, Rule> byTarget = new HashMap<>();
      for (AnnotationValue value : Rules.classes(mirror)) {
        if (value.getValue() instanceof DeclaredType type) {
          complaint((TypeElement) type.asElement(), value, byTarget)
              .ifPresent(c -> reporter.complain(user, mirror, c));
        }
      }
    }
  }

  /** What is wrong with the rules of a class that is named, beside others. */
  private Optional<Complaint> complaint(
      TypeElement type, AnnotationValue value, Map<ExecutableElement, Rule> byTarget) {
    boolean hasRules = false;
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      Optional<RuleReader> reader = RuleReader.of(types, method);
      Optional<Rule> rule = reader.flatMap(RuleReader::read);
      hasRules |= reader.isPresent();
      Optional<Complaint> wrong = reader.flatMap(RuleReader::complaint);
      if (wrong.isPresent()) {
        return Optional.of(Complaint.of(wrong.get().problem(), value, wrong.get().arguments()));
      }
      Rule other = rule.map(r -> byTarget.putIfAbsent(r.target(), r)).orElse(null);
      if (other != null) {
        return Optional.of(twice(other, other.target(), value));
      }
    }
    return hasRules ? Optional.empty() : Optional.of(Complaint.of(Problem.RULES_NONE, value, type));
  }

  private static Complaint twice(Rule first, ExecutableElement target, AnnotationValue value) {
    String method = target.getEnclosingElement() + "." + target;
    String other = first.method().getEnclosingElement() + "." + first.method();
    return Complaint.of(Problem.RULE_TWICE, value, method, other);
  }

  /** Reports the rules nobody used and nobody else can use. */
  public void checkUse(Program program) {
    for (Rule rule : rules) {
      if (rule.isOfPackage() && !program.rules().isUsed(rule.method())) {
        String target = rule.target().getEnclosingElement() + "." + rule.target();
        RuleReader reader = RuleReader.of(types, rule.method()).orElseThrow();
        reporter.complain(
            rule.method(), reader.mirror(), Complaint.of(Problem.RULE_UNUSED, null, target));
      }
    }
  }
}
