package io.cotangent.processor.source;

import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
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
    String target = rule.target().getEnclosingElement() + "." + rule.target();
    String first = other.method().getEnclosingElement() + "." + other.method();
    reporter.complain(
        rule.method(), reader.mirror(), Complaint.of(Problem.RULE_TWICE, null, target, first));
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
