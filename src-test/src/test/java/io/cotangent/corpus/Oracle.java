package io.cotangent.corpus;

/**
 * An independent source of derivatives: rows are the leaves of the result, then those of the final
 * contents of the written parameters; columns are the leaves of the differentiated parameters.
 */
@FunctionalInterface
interface Oracle {

  /** The Jacobian of the method of {@code corpusCase} at {@code point}. */
  double[][] jacobian(CorpusCase corpusCase, Primal primal, Object[] point);
}
