package io.cotangent.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/** Where in the source a message points: a tree of the nested attribution. */
record Site(CompilationUnitTree unit, Tree tree) {}
