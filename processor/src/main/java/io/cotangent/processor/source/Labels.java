package io.cotangent.processor.source;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** The labels of a switch, compared with what it selects by. */
interface Labels {
  /**
   * Whether groups that fall through into one another are entered at one of the first.
   *
   * @param last the number of the last one that counts
   */
  Value match(List<CaseTree> run, int last);

  /**
   * Whether labels are asked one after the other, and only once; otherwise they exclude another.
   */
  boolean inOrder();

  /** Code for the case that no group is entered. */
  void unmatched(Tree tree);

  /** Whether a group is entered where no other is. */
  static boolean isDefault(CaseTree group) {
    return NewerTrees.labels(group).stream().anyMatch(NewerTrees::isDefault)
        || NewerTrees.labels(group).isEmpty();
  }
}
