package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Value;

/**
 * What a counter is compared with: the loop goes on while it is below, or above.
 *
 * @param value does not change while the loop runs
 * @param isUpper whether the loop goes on while the counter is below
 */
record Bound(Value counter, Value value, boolean isUpper, boolean inclusive) {}
