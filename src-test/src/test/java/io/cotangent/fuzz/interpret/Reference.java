package io.cotangent.fuzz.interpret;

import java.util.List;

/**
 * What a program computes at a point, and its derivatives there.
 *
 * @param result the value, as Java object; a record as array of its components; null if void
 * @param arguments what they hold afterwards
 * @param inputs number of leaves of all differentiated parameters, which are the columns
 * @param ofResult derivatives of the result's real leaves
 * @param ofArguments for each differentiated parameter, derivatives of what it holds in the end; no
 *     rows for a scalar
 */
public record Reference(
    Object result, Object[] arguments, int inputs, Block ofResult, List<Block> ofArguments) {}
