package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.ObjectExpr;
import java.util.Map;

/**
 * A function.
 *
 * @param captured the local variables where it was made
 */
record Closure(ObjectExpr.Lambda lambda, Map<String, Object> captured) {}
