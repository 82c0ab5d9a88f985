package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Traces;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Apart;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Kinship;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What comes from outside a method by several ways and must not be one object: parameters that are
 * changed and what static fields hold. Generated code checks that when it is entered; an object
 * that is only found on the way is refused, and so is a number that comes out of one object where a
 * trace of an active value goes into another that may lead to it.
 */
final class Strangers {
  private static final Pattern FIELD = Pattern.compile("\\{[^}]+}[.~][\\w$]+");
  private static final Pattern SAME = Pattern.compile("(\\([^()]*\\) )?#0");

  private final Primal primal;
  private final Set<String> written;
  private final Report report;
  private final List<Op.Opaque> opaque = new ArrayList<>();
  private final Map<String, Reference> references = new LinkedHashMap<>();
  private final Set<Apart> apart = new LinkedHashSet<>();

  /** What is declared with a type, and the values that are it. */
  private record Reference(Type type, List<Value> values) {}

  private Strangers(Primal primal, Set<String> written, Report report) {
    this.primal = primal;
    this.written = written;
    this.report = report;
  }

  /**
   * The pairs to check.
   *
   * @param written the paths of the leaves of parameters that are written
   */
  static List<Apart> of(Primal primal, Set<String> written, Report report) {
    Strangers strangers = new Strangers(primal, written, report);
    primal.unit().functions().values().stream().map(Function::body).forEach(strangers::collect);
    strangers.references();
    strangers.arrays();
    primal.signature().parameters().forEach(strangers::objects);
    strangers.traces();
    return List.copyOf(strangers.apart);
  }

  private void collect(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Opaque one) {
        opaque.add(one);
      }
      op.regions().forEach(this::collect);
    }
  }

  /** Whether an operation reads a static field. */
  static boolean isField(Op.Opaque op) {
    return op.args().isEmpty() && FIELD.matcher(op.java()).matches();
  }

  /** What parameters and static fields refer to, as it is. */
  private void references() {
    List<Leaf> leaves = primal.signature().leaves();
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      if (leaf.form().held().isReference() && !leaf.isLost()) {
        Value param = primal.root().params().get(i);
        add(leaf.path(), leaf.form().held(), param);
      }
    }
    for (Op.Opaque op : opaque) {
      // Nobody passes what the platform keeps for itself, such as the stream that is printed to.
      boolean isOfPlatform = op.java().startsWith("{java.");
      if (isField(op) && op.result().type().isReference() && !isOfPlatform) {
        add(op.java(), op.result().type(), op.result());
      }
    }
  }

  private void add(String name, Type type, Value value) {
    references.computeIfAbsent(name, n -> new Reference(type, new ArrayList<>())).values.add(value);
  }

  /** Arrays of parameters and those of static fields, where one of them is written. */
  private void arrays() {
    for (Leaf leaf : primal.signature().leaves()) {
      if (leaf.form().held() instanceof ArrayType array && !leaf.isLost() && !leaf.isOwn()) {
        for (Op.Opaque op : opaque) {
          boolean isLike =
              isField(op)
                  && op.result().type() instanceof ArrayType other
                  && other.innermost().equals(array.innermost());
          if (isLike && (written.contains(leaf.path()) || isWritten(op.result()))) {
            apart.add(new Apart(leaf.path(), op.java()));
          }
        }
      }
    }
  }

  private boolean isWritten(Value array) {
    return primal.memory().isWritten(array);
  }

  private void objects(Parameter parameter) {
    objects(parameter.form(), parameter.name(), parameter.name());
  }

  /** Objects of parameters that are changed, and others that may be the same. */
  private void objects(Form form, String access, String path) {
    if (form instanceof Form.Row row) {
      objects(row.element(), access + "[]", path + "[]");
    }
    if (form instanceof Form.Choice choice) {
      for (Form.Option option : choice.named()) {
        object(option.form(), access, path);
        // No one expression leads there: what is found as the elements of arrays are is asked.
        parts(option.form(), access + "[]", path + "." + option.name());
      }
    }
    if (form instanceof Form.Whole whole) {
      object(whole, access, path);
      parts(whole, access, path);
    }
  }

  private void parts(Form.Whole whole, String access, String path) {
    for (Form.Part part : whole.ownParts()) {
      objects(part.form(), access + "." + part.reader(), path + "." + part.name());
    }
  }

  private void object(Form.Whole whole, String access, String path) {
    boolean isChanged = written.stream().anyMatch(w -> w.startsWith(path + "."));
    Type type = new RefType(whole.javaType());
    if (whole.isClass() && (isChanged || opaque.stream().anyMatch(op -> calls(op, type)))) {
      references.forEach(
          (name, reference) -> {
            if (isA(type, reference.type)) {
              apart.add(new Apart(access, name));
            }
          });
    }
    if (whole.isClass() && isChanged) {
      opaque.forEach(op -> refuse(op, type, path));
    }
  }

  /** Whether code that is not looked into gets an object of the type, which it could change. */
  private boolean calls(Op.Opaque op, Type type) {
    return op.nature() == Op.Opaque.Nature.UNKNOWN
        && op.java().contains("(")
        && !SAME.matcher(op.java()).matches()
        && op.args().stream().anyMatch(a -> isA(type, a.type()));
  }

  /** An object that nothing refers to when the method is entered cannot be asked then. */
  private void refuse(Op.Opaque op, Type type, String path) {
    boolean isFound = !isField(op) && !SAME.matcher(op.java()).matches();
    boolean isMade = op.java().startsWith("new ");
    if (isFound && !isMade && op.results().stream().anyMatch(r -> isA(type, r.type()))) {
      report.error(Problem.FOUND_OBJECT, op.origin().site(), op.callee(), path);
    }
  }

  private boolean isA(Type type, Type declared) {
    return primal.settings().kinship().isA(type, declared);
  }

  /** What an active value left a trace in, and other things a number could come out of. */
  private void traces() {
    Traces traces = primal.traces();
    List<String> marked = references.keySet().stream().filter(n -> isIn(traces, n)).toList();
    if (marked.isEmpty()) {
      return;
    }
    for (String other : references.keySet()) {
      if (!marked.contains(other)) {
        Report found = ForeignCalls.report(primal, primal.traces(references.get(other).values));
        if (found.hasErrors()) {
          Object site = found.errors().get(0).site();
          marked.forEach(m -> separate(m, other, site));
        }
      }
    }
  }

  /** What a trace goes into may refer to what a number comes out of, or the other way round. */
  private void separate(String into, String outOf, Object site) {
    Kinship kinship = primal.settings().kinship();
    if (!kinship.areApart(references.get(into).type, references.get(outOf).type)) {
      report.error(Problem.KEPT_REFERENCE, site, called(outOf), called(into));
    }
  }

  /** A parameter or static field as messages call it. */
  private static String called(String name) {
    return name.replace("{", "").replace("}", "");
  }

  private boolean isIn(Traces traces, String name) {
    return references.get(name).values.stream().anyMatch(traces::isIn);
  }
}
