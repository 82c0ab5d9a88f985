package io.cotangent.processor.source;

import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads all annotated methods of a round. */
public final class Requests {
  private final Program program;
  private final Reporter reporter;
  private final Set<String> names = new HashSet<>();

  /** Requests for methods of the running compilation, with their source in {@code program}. */
  public Requests(Program program, Reporter reporter) {
    this.program = program;
    this.reporter = reporter;
  }

  /** The requests that can be worked on; everything else has been reported. */
  public List<Request> read(Collection<ExecutableElement> methods) {
    List<Request> requests = new ArrayList<>();
    for (ExecutableElement method : methods) {
      counterpart(method).flatMap(c -> readOne(method, c)).ifPresent(requests::add);
    }
    return requests;
  }

  private Optional<Request> readOne(ExecutableElement outer, ExecutableElement inner) {
    RequestReader reader = new RequestReader(program, outer, inner);
    Optional<Request> request = reader.read();
    reader.complaints().forEach(c -> reporter.complain(outer, c));
    reporter.print(outer, reader.report());
    return request.filter(this::isFirstOfItsName);
  }

  private boolean isFirstOfItsName(Request request) {
    String nested = request.signature().nestedClass();
    boolean isNew =
        names.add(
            request.signature().packageName()
                + "."
                + request.signature().adjointClass()
                + "."
                + nested);
    if (!isNew) {
      reporter.complain(request.method(), Complaint.of(Problem.NAME_CLASH, null, nested));
    }
    return isNew;
  }

  /** The same method in the attributed copy. */
  private Optional<ExecutableElement> counterpart(ExecutableElement method) {
    TypeElement outer = (TypeElement) method.getEnclosingElement();
    TypeElement inner = program.elements().getTypeElement(outer.getQualifiedName());
    if (inner == null) {
      return Optional.empty();
    }
    List<ExecutableElement> theirs = ElementFilter.methodsIn(outer.getEnclosedElements());
    List<ExecutableElement> ours = ElementFilter.methodsIn(inner.getEnclosedElements());
    int index = theirs.indexOf(method);
    // Names of two compilers are never equal: only their characters can be compared.
    return index < ours.size()
            && ours.get(index).getSimpleName().contentEquals(method.getSimpleName())
        ? Optional.of(ours.get(index))
        : Optional.empty();
  }
}
