package io.cotangent.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import io.cotangent.processor.model.Excerpt;
import io.cotangent.processor.model.Place;
import java.util.List;
import java.util.Optional;

/** The text of methods. */
public final class Excerpts {
  private final Program program;

  public Excerpts(Program program) {
    this.program = program;
  }

  /** The method of a request. */
  public Excerpt of(Request request) {
    return excerpt(request.source().unit(), request.source().tree());
  }

  /** The method, or else the class member, in which a site is. */
  public Optional<Excerpt> around(Object site) {
    if (!(site instanceof Site at)) {
      return Optional.empty();
    }
    TreePath path = TreePath.getPath(at.unit(), at.tree());
    while (path != null && !isMember(path)) {
      path = path.getParentPath();
    }
    return Optional.ofNullable(path).map(p -> excerpt(at.unit(), p.getLeaf()));
  }

  private static boolean isMember(TreePath path) {
    return path.getParentPath() != null && path.getParentPath().getLeaf() instanceof ClassTree;
  }

  private Excerpt excerpt(CompilationUnitTree unit, Tree tree) {
    SourcePositions positions = program.trees().getSourcePositions();
    LineMap map = unit.getLineMap();
    int first = (int) map.getLineNumber(positions.getStartPosition(unit, tree));
    int last = (int) map.getLineNumber(positions.getEndPosition(unit, tree));
    List<String> lines = program.source(unit).lines().toList().subList(first - 1, last);
    String name = tree instanceof MethodTree method ? method.getName().toString() : "";
    return new Excerpt(name, new Place(unit.getSourceFile().getName(), first), lines);
  }
}
