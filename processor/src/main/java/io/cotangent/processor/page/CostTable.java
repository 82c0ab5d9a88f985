package io.cotangent.processor.page;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.pass.CodeSize;
import java.util.List;

/** What the functions of a method do, counted, and how long their methods become. */
final class CostTable {
  private final Derived derived;

  CostTable(Derived derived) {
    this.derived = derived;
  }

  void write(StringBuilder out) {
    out.append("<div class=\"wide\"><table>\n<thead><tr><th></th>");
    for (OperationCounts.Kind kind : OperationCounts.Kind.values()) {
      out.append("<th>").append(Html.escape(kind.text())).append("</th>");
    }
    out.append("<th>bytecode</th></tr></thead>\n<tbody>\n");
    row(out, "the method", derived.primal().body().ops(), "" + CodeSize.of(derived.primal()));
    for (Function function : derived.unit().functions().values()) {
      List<Op> ops = function.body().ops();
      String size = "" + CodeSize.of(function);
      int split = reverseSweep(ops);
      if (split < 0) {
        row(out, function.name(), ops, size);
      } else {
        row(out, function.name() + ", forward sweep", ops.subList(0, split), size);
        row(out, function.name() + ", reverse sweep", ops.subList(split, ops.size()), "");
      }
    }
    out.append("</tbody></table></div>\n<p class=\"note\">");
    out.append("Operations on real numbers and elements as they stand in the code, each counted ");
    out.append("once however often its loop runs. A fused loop stands in the forward sweep with ");
    out.append(
        "both. Bytes of bytecode are estimates, right to a fifth: javac writes class files ");
    out.append("after this page. HotSpot does not compile methods of more than 8000.</p>\n");
  }

  private static int reverseSweep(List<Op> ops) {
    for (int i = 0; i < ops.size(); i++) {
      if (ops.get(i) instanceof Op.Comment comment && comment.text().equals(Op.Comment.REVERSE)) {
        return i;
      }
    }
    return -1;
  }

  private static void row(StringBuilder out, String name, List<Op> ops, String size) {
    OperationCounts counts = OperationCounts.of(ops);
    out.append("<tr><th>").append(Html.escape(name)).append("</th>");
    for (OperationCounts.Kind kind : OperationCounts.Kind.values()) {
      int count = counts.of(kind);
      out.append("<td>").append(count == 0 ? "·" : "" + count).append("</td>");
    }
    out.append("<td>").append(size).append("</td></tr>\n");
  }
}
