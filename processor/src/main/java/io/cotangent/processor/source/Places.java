package io.cotangent.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import io.cotangent.processor.model.Place;
import java.util.Optional;
import javax.tools.Diagnostic;

/** Lines of the sites of a program. */
public final class Places implements Place.Finder {
  private final Program program;

  public Places(Program program) {
    this.program = program;
  }

  @Override
  public Optional<Place> of(Object site) {
    if (!(site instanceof Site at)) {
      return Optional.empty();
    }
    CompilationUnitTree unit = at.unit();
    long start = program.trees().getSourcePositions().getStartPosition(unit, at.tree());
    return start == Diagnostic.NOPOS
        ? Optional.empty()
        : Optional.of(
            new Place(
                unit.getSourceFile().getName(), (int) unit.getLineMap().getLineNumber(start)));
  }
}
