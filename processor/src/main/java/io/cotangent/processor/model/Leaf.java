package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;

/**
 * A value a parameter consists of: the parameter itself or, of one that is taken apart, a part.
 *
 * @param path the names that lead to it: {@code p.inner.x}
 */
public record Leaf(String path, Type type, boolean differentiated) {}
